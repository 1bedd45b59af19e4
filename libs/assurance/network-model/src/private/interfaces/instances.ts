import { or, truthOf as truth } from '@culvert/symbolic';
import type { Resource, ResourceGraph, Value } from '@culvert/terraform-graph';
import type { Ref } from '../../component';
import type { NetworkInterface } from '../../network-interface';
import { idOf } from '../component';
import { givenValue } from '../given-value';
import { componentId } from '../identity';
import { once } from '../by-id';
import { launchTemplateOf, templateGroups } from '../launch-template';
import { ownAndRead } from '../own-and-read';
import { blocksOf, factOf, knownText, listOf } from '../read';
import { keyOf, refFrom, refOf } from '../reference';
import { groupsByName } from '../security-group-names';
import type { Source } from '../source';
import { givesIpv6Address, givesPublicAddress } from '../subnet-facts';
import { truthFrom, truthOf } from '../truth';
import { attachedGroups } from './attachments';
import { interfaceOf } from './draft';
import { hasElasticAddress } from './public-addresses';

const TYPES = ['aws_instance', 'aws_spot_instance_request'];

/** The interfaces that instances are made with. */
export function instanceInterfaces(source: Source): readonly NetworkInterface[] {
  return ownAndRead(source.graph, ...TYPES).flatMap((each) => {
    const own = blocksOf(each.value('network_interface'));
    const standsAlone = own.length > 0 && own.every((block) => isThere(source, block));
    return standsAlone ? [] : [primary(source, each)];
  });
}

function isThere({ graph }: Source, block: { readonly [key: string]: Value | undefined }): boolean {
  const ref = refFrom(block['network_interface_id']);
  return ref !== undefined && standingAlone(graph).has(keyOf(ref));
}

const standingAlone = once(
  (graph: ResourceGraph): ReadonlySet<string> =>
    new Set(ownAndRead(graph, 'aws_network_interface').map((each) => componentId(graph, each))),
);

function primary(source: Source, resource: Resource): NetworkInterface {
  const { graph } = source;
  const given = (attribute: string) => givenValue(graph, resource, attribute);
  const id = idOf(graph, resource, 'primary_network_interface_id');
  const owner = componentId(graph, resource);
  const subnet = refOf(resource, 'subnet_id') ?? { unknown: factOf(graph, resource, 'subnet_id') };
  const ipv6 = listOf(given('ipv6_addresses'));
  const counted = Number(given('ipv6_address_count') ?? 0) > 0;
  const asked = given('associate_public_ip_address');
  const fact = factOf(graph, resource, 'associate_public_ip_address');
  const byId = listOf(given('vpc_security_group_ids')).flatMap((each) => refFrom(each) ?? []);
  const byName = listOf(given('security_groups')).flatMap((each) => named(source, each));
  return interfaceOf(source, {
    resource,
    kind: 'instance',
    id,
    subnet,
    groups: [byId, byName, ofTemplate(source, resource)].find((each) => each.length > 0) ?? [],
    attached: attachedGroups(graph).get(id) ?? [],
    given: [...listOf(given('private_ip')), ...listOf(given('secondary_private_ips')), ...ipv6],
    hasIpv6: or(truth(ipv6.length > 0 || counted), givesIpv6Address(source, subnet)),
    isPublic: or(
      hasElasticAddress(graph, [id, owner]),
      truth(knownText(resource.value('public_ip')) !== undefined),
      asked === undefined ? givesPublicAddress(source, subnet) : truthFrom(asked, fact, false),
    ),
    sourceDestCheck: truthOf(graph, resource, 'source_dest_check', true),
  });
}

/** Those of the launch template that it is made by, when it is. */
function ofTemplate({ graph }: Source, resource: Resource): readonly Ref[] {
  if (blocksOf(resource.value('launch_template')).length === 0) return [];
  const template = launchTemplateOf(graph, resource);
  if (template !== undefined) return templateGroups(graph, template);
  return [{ unknown: factOf(graph, resource, 'launch_template') }];
}

/** `security_groups` has names in a default VPC, which a document may give beside the ids. */
function named({ graph }: Source, value: Value): readonly Ref[] {
  const text = knownText(value);
  if (text === undefined || text.startsWith('sg-')) return [refFrom(value) ?? []].flat();
  const found = groupsByName(graph).get(text) ?? [];
  return found.length > 0 ? found : [{ unknown: `id of the security group ${text}` }];
}
