import { truthOf as truth } from '@culvert/symbolic';
import type { Resource, Value } from '@culvert/terraform-graph';
import type { Ref } from '../../component';
import type { NetworkInterface } from '../../network-interface';
import { endpointKind, endpointResources, ofEndpoint, replacesDefaultGroup } from '../endpoints';
import { givenValue } from '../given-value';
import { blocksOf, knownText } from '../read';
import { keyOf, refFrom, refOf } from '../reference';
import type { Source } from '../source';
import { defaultGroupOf } from '../subnet-facts';
import { interfaceOf } from './draft';

/** The interfaces of interface and Gateway Load Balancer endpoints, one in each of their subnets. */
export function endpointInterfaces(source: Source): readonly NetworkInterface[] {
  return endpointResources(source.graph).flatMap((each) => one(source, each));
}

function one(source: Source, resource: Resource): readonly NetworkInterface[] {
  const kind = endpointKind(resource);
  if (kind === 'Gateway') return [];
  const addresses = pinnedAddresses(resource);
  const family = knownText(givenValue(source.graph, resource, 'ip_address_type'));
  const alike = {
    resource,
    kind: 'endpoint' as const,
    groups: groupsOf(source, resource),
    filtered: kind === 'Interface',
    hasIpv4: family !== 'ipv6',
    hasIpv6: truth(family === 'dualstack' || family === 'ipv6'),
  };
  return ofEndpoint(source.graph, resource, 'subnet_ids').map((subnet) =>
    interfaceOf(source, { ...alike, subnet, given: addresses.get(keyOf(subnet)) ?? [] }),
  );
}

/** An association may take the place of the default group, which a state may still have. */
function groupsOf(source: Source, resource: Resource): readonly Ref[] {
  const { graph } = source;
  const groups = ofEndpoint(graph, resource, 'security_group_ids');
  const vpc = refOf(resource, 'vpc_id');
  if (typeof vpc !== 'string' || !replacesDefaultGroup(graph, resource)) return groups;
  const byDefault = keyOf(defaultGroupOf(source, vpc));
  return groups.filter((group) => keyOf(group) !== byDefault);
}

function pinnedAddresses(resource: Resource): ReadonlyMap<string, readonly Value[]> {
  return new Map(
    blocksOf(resource.value('subnet_configuration')).flatMap((block) => {
      const subnet = refFrom(block['subnet_id']);
      const given = ['ipv4', 'ipv6'].flatMap((name) => block[name] || []);
      return subnet === undefined || given.length === 0 ? [] : [[keyOf(subnet), given] as const];
    }),
  );
}
