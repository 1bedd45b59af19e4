import type { ResourceGraph } from '../src/index';
import { shown } from './shown';

/** All that a graph says, by address, in an order that depends on nothing but names. */
export function everythingIn(graph: ResourceGraph): Readonly<Record<string, unknown>> {
  const all = [...graph.resources(), ...graph.dataSources(), ...graph.destroyed];
  return Object.fromEntries(
    all.map((resource) => [
      resource.address,
      {
        values: shown(resource.values),
        referenced: Object.fromEntries(
          Object.keys(resource.values).map((name) => [
            name,
            resource.referenced(name).map(String).sort(),
          ]),
        ),
        placement: JSON.stringify(resource.placement),
        assumptions: [...resource.assumptions([])].sort(),
        sensitive: resource.isSensitive([]),
        change: resource.change,
      },
    ]),
  );
}
