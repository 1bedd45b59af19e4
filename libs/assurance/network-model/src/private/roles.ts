import type { Text } from '@culvert/symbolic';
import type { Resource, ResourceGraph, Value } from '@culvert/terraform-graph';
import { givenValue } from './given-value';
import { namedBy } from './named-resource';
import { textOf } from './read';

/** The role that an instance profile has, which is named by its name or ARN. */
export function profileRole(graph: ResourceGraph, profile: Value | undefined): Text | undefined {
  const type = 'aws_iam_instance_profile';
  const resource = namedBy(graph, profile, type, 'name') ?? namedBy(graph, profile, type, 'arn');
  return resource === undefined ? undefined : roleAt(graph, resource, 'role');
}

/** The ARN of the role that an attribute names, by ARN or by name. */
export function roleAt(
  graph: ResourceGraph,
  resource: Resource,
  attribute: string,
): Text | undefined {
  const value = givenValue(graph, resource, attribute);
  const role = namedBy(graph, value, 'aws_iam_role', 'name');
  return textOf(role?.value('arn') ?? value);
}

const DEFINITIONS = [
  'task_definition',
  'ecs_target[0].task_definition_arn',
  'target[0].ecs_parameters[0].task_definition_arn',
];

/** The role of a task's definition. */
export function taskRole(graph: ResourceGraph, task: Resource): Text | undefined {
  const type = 'aws_ecs_task_definition';
  for (const path of DEFINITIONS) {
    const value = task.value(path);
    const definition = namedBy(graph, value, type, 'arn') ?? namedBy(graph, value, type, 'family');
    if (definition !== undefined) return roleAt(graph, definition, 'task_role_arn');
  }
  return undefined;
}
