import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import { givenValue } from './given-value';
import { namedBy } from './named-resource';
import { blocksOf, listOf } from './read';
import { refFrom } from './reference';

const AT = [
  'launch_template[0]',
  'mixed_instances_policy[0].launch_template[0].launch_template_specification[0]',
];

/** The launch template or configuration that an instance, or those of an Auto Scaling group, are made by. */
export function launchTemplateOf(graph: ResourceGraph, resource: Resource): Resource | undefined {
  const found = AT.flatMap((at) => [
    namedBy(graph, resource.value(`${at}.id`), 'aws_launch_template', 'id'),
    namedBy(graph, resource.value(`${at}.launch_template_id`), 'aws_launch_template', 'id'),
    namedBy(graph, resource.value(`${at}.name`), 'aws_launch_template', 'name'),
    namedBy(graph, resource.value(`${at}.launch_template_name`), 'aws_launch_template', 'name'),
  ]);
  const configuration = resource.value('launch_configuration');
  return [...found, namedBy(graph, configuration, 'aws_launch_configuration', 'name')].find(
    (each) => each !== undefined,
  );
}

/** The groups of the instances that a launch template or configuration makes. */
export function templateGroups(graph: ResourceGraph, template: Resource): readonly Ref[] {
  const values = [
    ...listOf(givenValue(graph, template, 'vpc_security_group_ids')),
    ...listOf(givenValue(graph, template, 'security_groups')),
    ...blocksOf(template.value('network_interfaces')).flatMap((each) =>
      listOf(each['security_groups']),
    ),
  ];
  return values.flatMap((value) => refFrom(value) ?? []);
}
