import {
  type GraphSymbol,
  isSymbol,
  isText,
  type Resource,
  type ResourceGraph,
  type Value,
} from '@culvert/terraform-graph';
import { attribute, fieldsOf, listOf, Missing } from './attribute';
import { perGraph } from './per-graph';
import { type Ports, portsOf } from './ports';
import { isPublicPrefixList } from './prefix-lists';
import { isPublicRange } from './public-addresses';

/** One rule of a security group, however it is written. */
export interface GroupRule {
  readonly resource: Resource;
  readonly path: string;
  readonly direction: 'ingress' | 'egress';
  readonly ports: Ports;
  /** Whether it is for everyone. */
  readonly open: boolean | Missing;
  /** Whether it is of the default group of a VPC. */
  readonly isDefault: boolean;
}

/** All rules: inline, as resources of their own, of either kind. */
export const groupRules = perGraph((graph): readonly GroupRule[] => [
  ...['aws_security_group', 'aws_default_security_group'].flatMap((type) =>
    graph.resources(type).flatMap((group) => inlineRules(graph, group)),
  ),
  ...graph.resources('aws_security_group_rule').map((rule) => ruleOf(graph, rule)),
  ...DIRECTIONS.flatMap((direction) =>
    graph
      .resources(`aws_vpc_security_group_${direction}_rule`)
      .map((rule) => ruleOf(graph, rule, direction)),
  ),
]);

const DIRECTIONS = ['ingress', 'egress'] as const;

function inlineRules(graph: ResourceGraph, group: Resource): readonly GroupRule[] {
  return DIRECTIONS.flatMap((direction): readonly GroupRule[] => {
    const blocks = listOf(group, direction);
    const common = {
      resource: group,
      direction,
      isDefault: group.type === 'aws_default_security_group',
    };
    if (blocks instanceof Missing) {
      return [{ ...common, path: direction, ports: 'all', open: blocks }];
    }
    return blocks.map((block, index) => ({
      ...common,
      path: `${direction}[${index}]`,
      ports: portsOf(fieldsOf(block)),
      open: isOpen(graph, group, `${direction}[${index}].`, fieldsOf(block)),
    }));
  });
}

function ruleOf(
  graph: ResourceGraph,
  rule: Resource,
  direction: GroupRule['direction'] = attribute(rule, 'type') === 'egress' ? 'egress' : 'ingress',
): GroupRule {
  const names = ['protocol', 'ip_protocol', 'from_port', 'to_port', ...SOURCES];
  const fields = Object.fromEntries(names.map((name) => [name, rule.value(name) ?? null]));
  const group = rule.value('security_group_id');
  const path = SOURCES.find((name) => hasValue(fields[name])) ?? 'security_group_id';
  return {
    resource: rule,
    path,
    direction,
    ports: portsOf(fields),
    open: isOpen(graph, rule, '', fields),
    isDefault:
      (isSymbol(group) && group.unknown.endsWith('.default_security_group_id')) ||
      rule
        .referenced('security_group_id')
        .some(({ type }) => type === 'aws_default_security_group'),
  };
}

const RANGES = ['cidr_blocks', 'ipv6_cidr_blocks', 'cidr_ipv4', 'cidr_ipv6'];
const LISTS = ['prefix_list_ids', 'prefix_list_id'];
const SOURCES = [...RANGES, ...LISTS];

function isOpen(
  graph: ResourceGraph,
  resource: Resource,
  at: string,
  fields: { readonly [name: string]: Value },
): boolean | Missing {
  const missing: string[] = [];
  for (const range of RANGES.flatMap((name) => values(fields[name]))) {
    if (typeof range === 'string' && isPublicRange(range)) return true;
    if (isSymbol(range) && !isOfNetwork(graph, range)) missing.push(range.unknown);
  }
  for (const name of LISTS.filter((list) => hasValue(fields[list]))) {
    if (resource.referenced(`${at}${name}`).some((list) => isPublicPrefixList(graph, list))) {
      return true;
    }
  }
  return missing.length > 0 && new Missing(missing);
}

function values(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Value[]) : [value];
}

function hasValue(value: Value | undefined): boolean {
  return values(value).some((each) => isText(each) && each !== '');
}

const ADDRESSED = new Set([
  'aws_default_subnet',
  'aws_default_vpc',
  'aws_eip',
  'aws_instance',
  'aws_nat_gateway',
  'aws_network_interface',
  'aws_subnet',
  'aws_vpc',
  'aws_vpc_ipv4_cidr_block_association',
  'aws_vpc_ipv6_cidr_block_association',
  'aws_vpn_connection',
]);

/** Addresses of what is in the plan are not everyone's. */
function isOfNetwork(graph: ResourceGraph, { unknown, candidates }: GraphSymbol): boolean {
  if (ADDRESSED.has(graph.bySymbol(unknown)?.type ?? '')) return true;
  return (
    candidates.length > 0 &&
    candidates.every((candidate) => isSymbol(candidate) && isOfNetwork(graph, candidate))
  );
}
