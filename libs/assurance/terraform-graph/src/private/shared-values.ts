import type { ModuleValuesJson, PlanJson, ResourceValuesJson } from './json-format';

type Values = Pick<ResourceValuesJson, 'values' | 'sensitive_values'>;

/**
 * A plan says most values three times: where a change of a resource is, in the values planned and in the
 * state before. What is the same is kept once.
 */
export function shareValues({ resource_changes, planned_values, prior_state }: PlanJson): void {
  const after = new Map<string, Values>();
  const before = new Map<string, Values>();
  for (const { address, deposed, change } of resource_changes ?? []) {
    if (deposed !== undefined) continue;
    after.set(address, {
      ...valuesOf(change.after),
      sensitive_values: change.after_sensitive ?? {},
    });
    before.set(address, {
      ...valuesOf(change.before),
      sensitive_values: change.before_sensitive ?? {},
    });
  }
  share(planned_values?.root_module, after);
  share(prior_state?.values?.root_module, before);
}

function valuesOf(values: unknown): Values {
  return values === undefined || values === null ? {} : { values: values as never };
}

function share(module: ModuleValuesJson | undefined, same: ReadonlyMap<string, Values>): void {
  for (const resource of module?.resources ?? []) {
    const known = same.get(resource.address);
    if (known === undefined || resource.deposed_key !== undefined) continue;
    const shared: { -readonly [K in keyof Values]: Values[K] } = resource;
    for (const part of ['values', 'sensitive_values'] as const) {
      if (known[part] !== undefined && areSame(resource[part], known[part])) {
        shared[part] = known[part] as never;
      }
    }
  }
  for (const child of module?.child_modules ?? []) share(child, same);
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
