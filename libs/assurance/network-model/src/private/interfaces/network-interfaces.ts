import { or, truthOf as truth } from '@culvert/symbolic';
import type { Resource } from '@culvert/terraform-graph';
import type { NetworkInterface } from '../../network-interface';
import { givenValue } from '../given-value';
import { componentId } from '../identity';
import { ownAndRead } from '../own-and-read';
import { factOf, listOf } from '../read';
import { refFrom, refOf } from '../reference';
import type { Source } from '../source';
import { truthOf } from '../truth';
import { givesIpv6Address } from '../subnet-facts';
import { instancesWith, attachedGroups } from './attachments';
import { interfaceOf } from './draft';
import { hasElasticAddress } from './public-addresses';

/** Interfaces that stand alone, whatever they are attached to. */
export function networkInterfaces(source: Source): readonly NetworkInterface[] {
  return ownAndRead(source.graph, 'aws_network_interface').map((each) => one(source, each));
}

function one(source: Source, resource: Resource): NetworkInterface {
  const { graph } = source;
  const id = componentId(graph, resource);
  const instance = instancesWith(graph).get(id);
  const subnet = refOf(resource, 'subnet_id') ?? {
    unknown: factOf(graph, resource, 'subnet_id'),
  };
  const groups = givenValue(graph, resource, 'security_groups');
  const ipv4 = firstGiven(source, resource, ['private_ips', 'private_ip_list', 'private_ip']);
  const ipv6 = firstGiven(source, resource, ['ipv6_addresses', 'ipv6_address_list']);
  const counted = Number(givenValue(graph, resource, 'ipv6_address_count') ?? 0);
  const hasIpv6 = or(truth(ipv6.length > 0 || counted > 0), givesIpv6Address(source, subnet));
  const more = Number(givenValue(graph, resource, 'private_ips_count') ?? 0) > 0;
  return interfaceOf(source, {
    resource,
    kind: instance === undefined ? 'other' : 'instance',
    id,
    owner: instance ?? id,
    subnet,
    groups: listOf(groups).flatMap((each) => refFrom(each) ?? []),
    attached: attachedGroups(graph).get(id) ?? [],
    given: [...ipv4, ...ipv6],
    more: more && ipv4.length <= 1,
    hasIpv6,
    isPublic: hasElasticAddress(graph, instance === undefined ? [id] : [id, instance]),
    sourceDestCheck: truthOf(graph, resource, 'source_dest_check', true),
  });
}

function firstGiven({ graph }: Source, resource: Resource, attributes: readonly string[]) {
  const values = attributes.map((attribute) => listOf(givenValue(graph, resource, attribute)));
  return values.find((value) => value.length > 0) ?? [];
}
