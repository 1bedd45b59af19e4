import type { Component, Network } from '../src/index';

const LEFT_OUT = ['account', 'region', 'tags', 'candidates', 'distinctAmong', 'shape'];

/**
 * Components as JSON, in which ids are what Terraform calls the components: alike in a plan and in the
 * state after apply.
 *
 * @param leftOut keys that are not alike
 */
export function named(
  network: Network,
  leftOut: readonly string[] = [],
): (value: unknown) => unknown {
  const left = new Set([...LEFT_OUT, ...leftOut]);
  const names = new Map<string, string>();
  for (const [kind, map] of Object.entries(network)) {
    if (kind === 'interfaces') continue;
    for (const { id, name } of (map as ReadonlyMap<string, Component>).values())
      names.set(id, name);
    for (const { listeners = [] } of map.values() as Iterable<{
      listeners?: readonly Component[];
    }>) {
      for (const { id, name } of listeners) names.set(id, name);
    }
  }
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) =>
        left.has(key) ? [] : [[key, renamed(inner)] as const],
      ),
    );
  };
  return (value) => renamed(JSON.parse(JSON.stringify(value ?? null)));
}

/** The components of a kind by the name that Terraform calls them, with names for ids. */
export function byTerraformName(
  network: Network,
  kind: keyof Network,
  leftOut: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const rename = named(network, leftOut);
  const components = [...network[kind].values()] as readonly Component[];
  return Object.fromEntries(components.map((each) => [each.name, rename(each)]));
}
