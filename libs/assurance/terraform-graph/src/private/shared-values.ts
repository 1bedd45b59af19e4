import type {
  ChangeJson,
  ModuleConfigJson,
  ModuleValuesJson,
  PlanJson,
  ResourceValuesJson,
} from './json-format';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Values = Pick<ResourceValuesJson, 'values' | 'sensitive_values'>;

const MARKS = ['actions', 'after_unknown', 'before_sensitive', 'after_sensitive'] as const;

/**
 * A plan says most things several times: values in a change, in what is planned and in the state before;
 * what is not known or sensitive at each resource of a type; a module at each of its calls. What is the
 * same is kept once.
 */
export function shareValues(plan: PlanJson): void {
  const after = new Map<string, Values>();
  const before = new Map<string, Values>();
  const marks = new Map<string, ChangeJson>();
  for (const { address, type, deposed, change } of plan.resource_changes ?? []) {
    shareParts(change, marks.get(type), MARKS);
    marks.set(type, change);
    if (deposed !== undefined) continue;
    after.set(address, valuesOf(change.after, change.after_sensitive));
    before.set(address, valuesOf(change.before, change.before_sensitive));
  }
  shareModuleValues(plan.planned_values?.root_module, after);
  shareModuleValues(plan.prior_state?.values?.root_module, before);
  shareModules(plan.configuration?.root_module, new Map());
}

function valuesOf(values: unknown, sensitive: unknown): Values {
  return { values, sensitive_values: sensitive } as Values;
}

function shareModuleValues(
  module: ModuleValuesJson | undefined,
  same: ReadonlyMap<string, Values>,
): void {
  for (const resource of module?.resources ?? []) {
    shareParts(resource, same.get(resource.address), ['values', 'sensitive_values']);
  }
  for (const child of module?.child_modules ?? []) shareModuleValues(child, same);
}

/** @param known the last module of each source */
function shareModules(
  module: ModuleConfigJson | undefined,
  known: Map<unknown, { readonly module?: ModuleConfigJson }>,
): void {
  for (const call of Object.values(module?.module_calls ?? {})) {
    const { source } = call as { readonly source?: unknown };
    const last = known.get(source);
    shareParts(call, last, ['module']);
    if (call.module === last?.module) continue;
    known.set(source, call);
    shareModules(call.module, known);
  }
}

/** Takes the parts of the other that are the same. */
function shareParts<T extends object, K extends keyof T>(
  to: T,
  from: Pick<T, K> | undefined,
  parts: readonly K[],
): void {
  if (from === undefined) return;
  const writable: Writable<T> = to;
  for (const part of parts) {
    if (to[part] !== from[part] && areSame(to[part], from[part])) writable[part] = from[part];
  }
}

/** Whether two values of JSON are the same, keys in the same order. */
function areSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false;
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  const others = Object.keys(other);
  return (
    keys.length === others.length &&
    keys.every(
      (key, index) =>
        key === others[index] &&
        areSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
    )
  );
}
