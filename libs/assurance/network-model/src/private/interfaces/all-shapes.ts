import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { once } from '../by-id';
import { LOAD_BALANCERS } from '../load-balancers';
import type { Shape } from './shape';
import { SHAPES } from './shapes';

/** Those whose interfaces take more than a shape to tell. */
const OTHERWISE = new Set([
  ...LOAD_BALANCERS,
  'aws_autoscaling_group',
  'aws_instance',
  'aws_nat_gateway',
  'aws_network_interface',
  'aws_networkfirewall_firewall',
  'aws_route53_resolver_endpoint',
  'aws_spot_instance_request',
  'aws_vpc_endpoint',
]);

const SUBNETS = ['subnet_ids', 'subnets', 'subnet_id'];
const GROUPS = ['security_group_ids', 'vpc_security_group_ids', 'security_groups'];

/** The shapes of types, those that a graph has beside the known ones too: whatever names subnets and security groups has interfaces. */
export const shapesIn = once((graph: ResourceGraph): ReadonlyMap<string, Shape> => {
  const firsts = new Map<string, Resource>();
  for (const resource of graph.resources()) {
    if (!firsts.has(resource.type)) firsts.set(resource.type, resource);
  }
  const others = [...firsts].flatMap(([type, first]) => {
    const shape = OTHERWISE.has(type) ? undefined : guessed(first);
    return shape === undefined ? [] : [[type, shape] as const];
  });
  return new Map([...others, ...Object.entries(SHAPES)]);
});

/** What the attributes' names tell of a type that nobody wrote a line for. */
function guessed({ facts: { values, unknown } }: Resource): Shape | undefined {
  const keys = new Set([...Object.keys(values), ...Object.keys(unknown ?? {})]);
  const subnets = SUBNETS.find((name) => keys.has(name));
  const groups = GROUPS.find((name) => keys.has(name));
  if (subnets !== undefined && groups !== undefined) return { kind: 'other', subnets, groups };
  if (!keys.has('vpc_config')) return undefined;
  return {
    kind: 'other',
    subnets: 'vpc_config.subnet_ids',
    groups: 'vpc_config.security_group_ids',
  };
}
