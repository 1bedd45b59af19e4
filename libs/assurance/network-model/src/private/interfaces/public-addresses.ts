import { FALSE, or, TRUE, type Truth, unknownFor } from '@culvert/symbolic';
import { isSymbol, type Resource, type ResourceGraph } from '@culvert/terraform-graph';
import { once } from '../by-id';
import { resourcesOf } from '../of-type';
import { keyOf, refFrom } from '../reference';

interface Holders {
  /** Keys of instances and interfaces that have an Elastic IP address. */
  readonly surely: ReadonlySet<string>;
  /** Of each that may have one, for want of which facts. */
  readonly perhaps: ReadonlyMap<string, readonly string[]>;
}

const holders = once((graph: ResourceGraph): Holders => {
  const surely = new Set<string>();
  const perhaps = new Map<string, string[]>();
  for (const [resource, attribute] of associations(graph)) {
    const value = resource.value(attribute);
    if (isSymbol(value) && value.candidates.length > 0) {
      for (const candidate of value.candidates) {
        const key = keyOf(refFrom(candidate) ?? '');
        perhaps.set(key, [...(perhaps.get(key) ?? []), value.unknown]);
      }
    } else {
      const ref = refFrom(value);
      if (ref !== undefined) surely.add(keyOf(ref));
    }
  }
  return { surely, perhaps };
});

function associations(graph: ResourceGraph): readonly (readonly [Resource, string])[] {
  return [
    ...resourcesOf(graph, 'aws_eip').flatMap((each) => [
      [each, 'instance'] as const,
      [each, 'network_interface'] as const,
    ]),
    ...resourcesOf(graph, 'aws_eip_association').flatMap((each) => [
      [each, 'instance_id'] as const,
      [each, 'network_interface_id'] as const,
    ]),
  ];
}

/** Whether one of these, an instance or its interface, has an Elastic IP address. */
export function hasElasticAddress(graph: ResourceGraph, ids: readonly string[]): Truth {
  const { surely, perhaps } = holders(graph);
  return or(
    ...ids.map((id) => {
      if (surely.has(id)) return TRUE;
      const missing = perhaps.get(id);
      return missing === undefined ? FALSE : unknownFor(...missing);
    }),
  );
}
