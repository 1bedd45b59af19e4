import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { namedBy } from './named-resource';

const AT = [
  'launch_template[0]',
  'mixed_instances_policy[0].launch_template[0].launch_template_specification[0]',
];

/** The launch template or configuration that an Auto Scaling group launches its instances by. */
export function launchTemplateOf(graph: ResourceGraph, group: Resource): Resource | undefined {
  const found = AT.flatMap((at) => [
    namedBy(graph, group.value(`${at}.id`), 'aws_launch_template', 'id'),
    namedBy(graph, group.value(`${at}.launch_template_id`), 'aws_launch_template', 'id'),
    namedBy(graph, group.value(`${at}.name`), 'aws_launch_template', 'name'),
    namedBy(graph, group.value(`${at}.launch_template_name`), 'aws_launch_template', 'name'),
  ]);
  const configuration = group.value('launch_configuration');
  return [...found, namedBy(graph, configuration, 'aws_launch_configuration', 'name')].find(
    (each) => each !== undefined,
  );
}
