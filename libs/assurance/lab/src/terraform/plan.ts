/**
 * The part of a plan's JSON that is read here.
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export interface Plan {
  readonly resource_changes?: readonly ResourceChange[];
  readonly output_changes?: Readonly<Record<string, Change>>;
  readonly configuration: {
    readonly provider_config?: Readonly<Record<string, ProviderConfig>>;
    readonly root_module: ModuleConfig;
  };
}

interface ResourceChange {
  readonly address: string;
  readonly module_address?: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly change: Change;
}

interface Change {
  readonly actions: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
  readonly after_unknown: unknown;
}

interface ProviderConfig {
  readonly full_name: string;
  readonly alias?: string;
  readonly expressions?: {
    readonly allowed_account_ids?: Expression;
    readonly assume_role?: readonly { readonly role_arn?: Expression }[];
  };
}

interface Expression {
  readonly constant_value?: unknown;
}

interface ModuleConfig {
  readonly resources?: readonly ResourceConfig[];
  readonly module_calls?: Readonly<Record<string, { readonly module?: ModuleConfig }>>;
}

interface ResourceConfig {
  readonly address: string;
  readonly provider_config_key: string;
}

/** How many resources of a plan one account gets. */
export interface AccountCount {
  /** The provider's alias, or `default`. */
  readonly alias: string;
  /** Twelve digits; null when the provider's configuration does not say. */
  readonly accountId: string | null;
  readonly resources: number;
}

/** The AWS resources of a plan by account, in the order of their aliases. */
export function countByAccount(plan: Plan): AccountCount[] {
  const providers = plan.configuration.provider_config ?? {};
  const providerOf = new Map(providerKeys(plan.configuration.root_module, ''));
  const counts = new Map<string, number>();
  for (const resource of managed(plan)) {
    const key = providerOf.get(configurationAddress(resource)) ?? '';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .flatMap(([key, resources]) => {
      const provider = providers[key];
      return provider?.full_name.endsWith('/hashicorp/aws') === true
        ? [{ alias: provider.alias ?? 'default', accountId: accountId(provider), resources }]
        : [];
    })
    .sort((one, other) => one.alias.localeCompare(other.alias));
}

/** How many resources the plan manages. */
export function countResources(plan: Plan): number {
  return managed(plan).length;
}

/** What a plan would change, one line for each resource and output: action, address, attributes. */
export function describeChanges(plan: Plan): string[] {
  const resources = (plan.resource_changes ?? []).map(
    ({ address, change }) => [address, change] as const,
  );
  const outputs = Object.entries(plan.output_changes ?? {}).map(
    ([name, change]) => [`output.${name}`, change] as const,
  );
  return [...resources, ...outputs]
    .filter(([, { actions }]) => !actions.every((action) => ['no-op', 'read'].includes(action)))
    .map(([address, change]) =>
      [`${change.actions.join(' and ')} ${address}`, ...changedAttributes(change)].join('\n    '),
    );
}

function managed(plan: Plan): ResourceChange[] {
  return (plan.resource_changes ?? []).filter(({ mode }) => mode === 'managed');
}

function* providerKeys(module: ModuleConfig, prefix: string): Iterable<[string, string]> {
  for (const resource of module.resources ?? []) {
    yield [prefix + resource.address, resource.provider_config_key];
  }
  for (const [name, call] of Object.entries(module.module_calls ?? {})) {
    if (call.module !== undefined) yield* providerKeys(call.module, `${prefix}module.${name}.`);
  }
}

/** The address a resource has in the configuration, without the keys of `count` and `for_each`. */
function configurationAddress({ module_address, type, name }: ResourceChange): string {
  const module = module_address?.replace(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '');
  return [module, type, name].filter((part) => part !== undefined).join('.');
}

function accountId({ expressions }: ProviderConfig): string | null {
  const allowed = expressions?.allowed_account_ids?.constant_value;
  const role = expressions?.assume_role?.[0]?.role_arn?.constant_value;
  const [only] = Array.isArray(allowed) && allowed.length === 1 ? allowed : [];
  return String(only ?? role ?? '').match(/\d{12}/)?.[0] ?? null;
}

/** Names only: a value may be a secret. */
function changedAttributes({ before, after, after_unknown }: Change): string[] {
  const [was, becomes, unknown] = [before, after, after_unknown].map(attributes);
  const names = new Set([...Object.keys(was ?? {}), ...Object.keys({ ...becomes, ...unknown })]);
  const changed = [...names].filter(
    (name) =>
      unknown?.[name] === true || JSON.stringify(was?.[name]) !== JSON.stringify(becomes?.[name]),
  );
  return before !== null && changed.length > 0 ? [changed.sort().join(', ')] : [];
}

function attributes(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
