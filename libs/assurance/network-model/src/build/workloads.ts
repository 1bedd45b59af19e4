import type { Text } from '@culvert/symbolic';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { ById } from '../network';
import { byId } from '../private/by-id';
import { componentOf } from '../private/component';
import { componentId } from '../private/identity';
import { shapesIn } from '../private/interfaces/all-shapes';
import { launchTemplateOf } from '../private/launch-template';
import { resourcesOf } from '../private/of-type';
import { managedAndRead } from '../private/resources';
import { profileRole, roleAt, taskRole } from '../private/roles';
import type { Source } from '../private/source';
import type { Workload } from '../workload';

type Kind = Workload['kind'];
type RoleOf = (graph: ResourceGraph, resource: Resource) => Text | undefined;

/** Whatever runs somebody's code, or answers as a database, in a VPC or outside. */
export function workloads({ graph }: Source): ById<Workload> {
  const of = (resources: readonly Resource[], kind: Kind, role: RoleOf) =>
    resources.map((each) => ({
      ...componentOf(graph, each, componentId(graph, each)),
      kind,
      role: role(graph, each),
    }));
  return byId(
    of(
      managedAndRead(graph, 'aws_instance', 'aws_spot_instance_request'),
      'instance',
      instanceRole,
    ),
    of(resourcesOf(graph, 'aws_autoscaling_group'), 'instance', fleetRole),
    ...[...shapesIn(graph)].flatMap(([type, { kind, role }]) => {
      if (kind === 'vpc link') return [];
      const known: Kind = KINDS.find((each) => each === kind) ?? 'other';
      const roleOf =
        known === 'task'
          ? taskRole
          : (each: ResourceGraph, resource: Resource) =>
              role === undefined ? undefined : roleAt(each, resource, role);
      return [of(managedAndRead(graph, type), known, roleOf)];
    }),
  );
}

const KINDS: readonly Kind[] = ['instance', 'function', 'task', 'database'];

function instanceRole(graph: ResourceGraph, instance: Resource): Text | undefined {
  return profileRole(graph, instance.value('iam_instance_profile'));
}

function fleetRole(graph: ResourceGraph, group: Resource): Text | undefined {
  const template = launchTemplateOf(graph, group);
  if (template === undefined) return undefined;
  const at = [
    'iam_instance_profile[0].arn',
    'iam_instance_profile[0].name',
    'iam_instance_profile',
  ];
  const profiles = at.map((path) => profileRole(graph, template.value(path)));
  return profiles.find((role) => role !== undefined);
}
