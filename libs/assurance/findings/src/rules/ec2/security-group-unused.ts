import {
  isSymbol,
  isText,
  type Resource,
  type ResourceGraph,
  type Value,
} from '@culvert/terraform-graph';
import type { Problem, Rule } from '../../rule';

export const securityGroupUnused: Rule = {
  id: 'security-group-unused',
  severity: 'low',
  title: 'every security group is used',
  rationale:
    'One that nobody uses is taken later for what its name says, with rules that nobody has looked at.',
  reference: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-22',
  *check(graph): Iterable<Problem> {
    const groups = graph.resources('aws_security_group');
    if (groups.length === 0) return;
    const used = usedGroups(graph);
    for (const resource of groups) {
      if (used.has(resource)) continue;
      yield {
        resource,
        message: 'is used by nothing in the plan',
        remedy: 'remove it, or say in a suppression who uses it',
      };
    }
  },
};

/** The attributes that name groups, in whatever resource. */
const HOLDERS = [
  'security_groups',
  'security_group_ids',
  'vpc_security_group_ids',
  'source_security_group_id',
  'referenced_security_group_id',
  'ingress',
  'egress',
  'vpc_config',
  'network_configuration',
  'network_interfaces',
  'cluster_config',
  'vpc_options',
];

/** Those that an attachment's `security_group_id` is about. */
const ATTACHMENTS = [
  'aws_network_interface_sg_attachment',
  'aws_vpc_endpoint_security_group_association',
];

function usedGroups(graph: ResourceGraph): ReadonlySet<Resource> {
  const used = new Set<Resource>(exported(graph));
  for (const resource of graph.resources()) {
    const { values, unknown } = resource.facts;
    const isAttachment = ATTACHMENTS.includes(resource.type);
    for (const path of isAttachment ? ['security_group_id'] : HOLDERS) {
      if (isEmpty(values[path]) && isEmpty((unknown as typeof values)[path])) continue;
      for (const owner of groupsIn(graph, resource.value(path))) used.add(owner);
    }
  }
  return used;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  return Array.isArray(value) && value.length === 0;
}

/** The groups that a value names; where that cannot be told, all that it may be. */
function* groupsIn(graph: ResourceGraph, value: Value | undefined): Iterable<Resource> {
  if (typeof value === 'string') {
    if (value.startsWith('sg-')) yield* graph.byIdentity(value);
  } else if (isSymbol(value)) {
    const owner = graph.bySymbol(value);
    if (owner !== undefined) yield owner;
    for (const candidate of value.candidates) yield* groupsIn(graph, candidate);
  } else if (typeof value === 'object' && value !== null && !isText(value)) {
    for (const inner of Object.values(value)) yield* groupsIn(graph, inner as Value);
  }
}

/** Groups whose ids are outputs, for other stacks to use. */
function* exported(graph: ResourceGraph): Iterable<Resource> {
  for (const { plan, state, name } of graph.documents) {
    for (const output of plan === undefined ? Object.values(state?.values?.outputs ?? {}) : []) {
      yield* groupsIn(graph, output.value);
    }
    const prefix = graph.documents.length > 1 ? `${name}/` : '';
    for (const { expression } of Object.values(plan?.configuration?.root_module?.outputs ?? {})) {
      for (const reference of expression?.references ?? []) {
        const owner = graph.at(`${prefix}${reference}`);
        if (owner !== undefined) yield owner;
      }
    }
  }
}
