import { not, truthOf as truth } from '@culvert/symbolic';
import type { Resource, Value } from '@culvert/terraform-graph';
import type { Ref } from '../../component';
import type { NetworkInterface } from '../../network-interface';
import { givenValue } from '../given-value';
import { LOAD_BALANCERS, groupsOf, isFiltered, isInternal } from '../load-balancers';
import { ownAndRead } from '../own-and-read';
import { blocksOf, factOf, listOf } from '../read';
import { keyOf, refFrom } from '../reference';
import type { Source } from '../source';
import { interfaceOf } from './draft';

/** One interface in each subnet of a load balancer. */
export function loadBalancerInterfaces(source: Source): readonly NetworkInterface[] {
  return ownAndRead(source.graph, ...LOAD_BALANCERS).flatMap((each) => one(source, each));
}

function one(source: Source, resource: Resource): readonly NetworkInterface[] {
  const { graph } = source;
  const addresses = mappedAddresses(resource);
  const alike = {
    resource,
    kind: 'load balancer' as const,
    groups: groupsOf(graph, resource),
    filtered: isFiltered(graph, resource),
    hasIpv6: truth(String(resource.value('ip_address_type')).startsWith('dualstack')),
    isPublic: not(isInternal(graph, resource)),
  };
  return subnetsOf(source, resource).map((subnet) =>
    interfaceOf(source, {
      ...alike,
      subnet,
      given: addresses.get(keyOf(subnet)) ?? [],
      more: !addresses.has(keyOf(subnet)),
    }),
  );
}

function subnetsOf({ graph }: Source, resource: Resource): readonly Ref[] {
  const listed = listOf(givenValue(graph, resource, 'subnets'));
  const mapped = mappings(resource).map((block) => block['subnet_id']);
  const refs = [...listed, ...mapped].flatMap((value) => refFrom(value) ?? []);
  const found = [...new Map(refs.map((ref) => [keyOf(ref), ref])).values()];
  return found.length > 0 ? found : [{ unknown: factOf(graph, resource, 'subnets') }];
}

function mappings(resource: Resource) {
  return blocksOf(resource.value('subnet_mapping'));
}

/** The addresses that are given to it in subnets. */
function mappedAddresses(resource: Resource): ReadonlyMap<string, Value[]> {
  return new Map(
    mappings(resource).flatMap((block) => {
      const subnet = refFrom(block['subnet_id']);
      const given = ['private_ipv4_address', 'ipv6_address'].flatMap((name) => block[name] || []);
      return subnet === undefined || given.length === 0 ? [] : [[keyOf(subnet), given] as const];
    }),
  );
}
