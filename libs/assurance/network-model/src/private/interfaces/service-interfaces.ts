import { FALSE, not, truthOf as truth } from '@culvert/symbolic';
import type { Resource } from '@culvert/terraform-graph';
import type { NetworkInterface } from '../../network-interface';
import { givenValue } from '../given-value';
import { ownAndRead } from '../own-and-read';
import { blocksOf, factOf, knownText, listOf } from '../read';
import { listOfRefs, refFrom, refOf } from '../reference';
import type { Source } from '../source';
import { interfaceOf } from './draft';

/** The interfaces of NAT gateways, firewalls and Resolver endpoints. */
export function serviceInterfaces(source: Source): readonly NetworkInterface[] {
  const { graph } = source;
  return [
    ...ownAndRead(graph, 'aws_nat_gateway').map((each) => natGateway(source, each)),
    ...ownAndRead(graph, 'aws_networkfirewall_firewall').flatMap((each) => firewall(source, each)),
    ...ownAndRead(graph, 'aws_route53_resolver_endpoint').flatMap((each) => resolver(source, each)),
  ];
}

function natGateway(source: Source, resource: Resource): NetworkInterface {
  const { graph } = source;
  const given = ['private_ip', 'secondary_private_ip_addresses'].flatMap((name) =>
    listOf(givenValue(graph, resource, name)),
  );
  const isPrivate = truth(knownText(resource.value('connectivity_type')) === 'private');
  return interfaceOf(source, {
    resource,
    kind: 'nat gateway',
    subnet: refOf(resource, 'subnet_id') ?? { unknown: factOf(graph, resource, 'subnet_id') },
    filtered: false,
    given,
    more: Number(givenValue(graph, resource, 'secondary_private_ip_address_count') ?? 0) > 0,
    hasIpv6: FALSE,
    isPublic: not(isPrivate),
    sourceDestCheck: FALSE,
  });
}

function firewall(source: Source, resource: Resource): readonly NetworkInterface[] {
  return blocksOf(resource.value('subnet_mapping')).map((block) =>
    interfaceOf(source, {
      resource,
      kind: 'firewall',
      subnet: refFrom(block['subnet_id']) ?? {
        unknown: factOf(source.graph, resource, 'subnet_mapping'),
      },
      filtered: false,
      hasIpv6: truth(knownText(block['ip_address_type']) === 'DUALSTACK'),
      sourceDestCheck: FALSE,
    }),
  );
}

function resolver(source: Source, resource: Resource): readonly NetworkInterface[] {
  const { graph } = source;
  const family = knownText(givenValue(graph, resource, 'resolver_endpoint_type'));
  return blocksOf(resource.value('ip_address')).map((block, position) => {
    const at = ['ip_address', position];
    const given = ['ip', 'ipv6'].flatMap(
      (name) => givenValue(graph, resource, [...at, name]) || [],
    );
    const subnet = refFrom(block['subnet_id']);
    return interfaceOf(source, {
      resource,
      kind: 'resolver',
      subnet: subnet ?? { unknown: factOf(graph, resource, [...at, 'subnet_id']) },
      groups: listOfRefs(resource, 'security_group_ids'),
      given,
      hasIpv4: family !== 'IPV6',
      hasIpv6: truth(family === 'IPV6' || family === 'DUALSTACK'),
    });
  });
}
