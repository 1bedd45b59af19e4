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
  const used = new Set<Resource>();
  for (const resource of graph.resources()) {
    const { values, unknown } = resource.facts;
    const isAttachment = ATTACHMENTS.includes(resource.type);
    for (const path of isAttachment ? ['security_group_id'] : HOLDERS) {
      if (isEmpty(values[path]) && isEmpty((unknown as typeof values)[path])) continue;
      for (const owner of resource.referenced(path)) used.add(owner);
      for (const owner of candidatesIn(graph, resource.value(path))) used.add(owner);
    }
  }
  for (const owner of exported(graph)) used.add(owner);
  return used;
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** What a value may be when it cannot be told. */
function* candidatesIn(graph: ResourceGraph, value: Value | undefined): Iterable<Resource> {
  if (isSymbol(value)) {
    for (const candidate of value.candidates) {
      const owner = isSymbol(candidate) ? graph.bySymbol(candidate.unknown) : undefined;
      if (owner !== undefined) yield owner;
    }
  } else if (typeof value === 'object' && value !== null && !isText(value)) {
    for (const inner of Object.values(value)) yield* candidatesIn(graph, inner as Value);
  }
}

/** Groups whose ids are outputs, for other stacks to use. */
function* exported(graph: ResourceGraph): Iterable<Resource> {
  for (const { plan, name } of graph.documents) {
    const prefix = graph.documents.length > 1 ? `${name}/` : '';
    for (const { expression } of Object.values(plan?.configuration?.root_module?.outputs ?? {})) {
      for (const reference of expression?.references ?? []) {
        const owner = graph.at(`${prefix}${reference}`);
        if (owner !== undefined) yield owner;
      }
    }
  }
}
