import { or, type Truth } from '@culvert/symbolic';
import type { Resource } from '@culvert/terraform-graph';
import type { Ref } from '../../component';
import type { NetworkInterface } from '../../network-interface';
import { givenValue } from '../given-value';
import { launchTemplateOf, templateGroups } from '../launch-template';
import { blocksOf, factOf, listOf } from '../read';
import { refFrom } from '../reference';
import { resourcesOf } from '../of-type';
import type { Source } from '../source';
import { givesPublicAddress } from '../subnet-facts';
import { truthFrom } from '../truth';
import { interfaceOf } from './draft';

/** The interfaces of the instances that Auto Scaling groups may launch: one for each subnet. */
export function fleetInterfaces(source: Source): readonly NetworkInterface[] {
  return resourcesOf(source.graph, 'aws_autoscaling_group').flatMap((each) =>
    ofGroup(source, each),
  );
}

function ofGroup(source: Source, resource: Resource): readonly NetworkInterface[] {
  const { graph } = source;
  const template = launchTemplateOf(graph, resource);
  const given = listOf(givenValue(graph, resource, 'vpc_zone_identifier'));
  const refs = given.flatMap((each) => refFrom(each) ?? []);
  const none = { unknown: factOf(graph, resource, 'vpc_zone_identifier') };
  const subnets: readonly Ref[] = refs.length > 0 ? refs : [none];
  const missing = { unknown: factOf(graph, resource, 'launch_template') };
  return subnets.map((subnet) =>
    interfaceOf(source, {
      resource,
      kind: 'instance',
      subnet,
      groups: template === undefined ? [missing] : templateGroups(graph, template),
      more: true,
      isPublic:
        template === undefined
          ? { value: 'unknown', missing: [missing.unknown] }
          : isPublic(source, template, subnet),
    }),
  );
}

function isPublic(source: Source, template: Resource, subnet: Ref): Truth {
  const { graph } = source;
  const said = [
    givenValue(graph, template, 'associate_public_ip_address'),
    ...blocksOf(template.value('network_interfaces')).map(
      (each) => each['associate_public_ip_address'],
    ),
  ].filter((value) => value !== undefined && value !== null && value !== '');
  if (said.length === 0) return givesPublicAddress(source, subnet);
  const fact = factOf(graph, template, 'associate_public_ip_address');
  return or(...said.map((value) => truthFrom(value, fact, false)));
}
