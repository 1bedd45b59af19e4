import { GraphSymbol, isSymbol, type ResourceGraph, type Value } from '@culvert/terraform-graph';
import { once } from './by-id';
import { idOf } from './component';
import { resourcesOf } from './of-type';
import { blocksOf } from './read';
import { keyOf, refFrom } from './reference';

const FIREWALL = 'aws_networkfirewall_firewall';

/** The interface of a firewall that a route leads to, by the endpoint that a state knows. */
const interfacesByEndpoint = once((graph: ResourceGraph): ReadonlyMap<string, string> => {
  const found = resourcesOf(graph, FIREWALL).flatMap((firewall) =>
    blocksOf(firewall.value('firewall_status'))
      .flatMap((status) => blocksOf(status['sync_states']))
      .flatMap((state) => blocksOf(state['attachment']))
      .flatMap(({ endpoint_id: endpoint, subnet_id: subnet }) => {
        const [id, place] = [refFrom(endpoint), refFrom(subnet)];
        return typeof id === 'string' && place !== undefined
          ? [[id, interfaceIn(idOf(graph, firewall), keyOf(place))] as const]
          : [];
      }),
  );
  return new Map(found);
});

/**
 * The firewall's interface that the id of an endpoint stands for: a route is made of the firewall's status
 * and, when it has several subnets, of the one it is about.
 */
export function firewallInterface(
  graph: ResourceGraph,
  endpoint: Value | undefined,
): string | undefined {
  const ref = refFrom(endpoint);
  if (typeof ref === 'string') return interfacesByEndpoint(graph).get(ref);
  const names = ref instanceof GraphSymbol ? ref.candidates.filter(isSymbol) : [];
  const owners = new Set(names.map(({ unknown }) => graph.bySymbol(unknown)));
  const [firewall, ...others] = [...owners].filter((owner) => owner?.type === FIREWALL);
  if (firewall === undefined || others.length > 0) return undefined;
  const subnets = blocksOf(firewall.value('subnet_mapping')).flatMap(
    (block) => refFrom(block['subnet_id']) ?? [],
  );
  const named = subnets.filter((subnet) => names.some(({ unknown }) => unknown === keyOf(subnet)));
  const [subnet, ...rest] = subnets.length === 1 ? subnets : named;
  return subnet === undefined || rest.length > 0
    ? undefined
    : interfaceIn(idOf(graph, firewall), keyOf(subnet));
}

function interfaceIn(firewall: string, subnet: string): string {
  return `${firewall} in ${subnet}`;
}
