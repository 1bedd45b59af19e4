import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { SecurityGroupRule } from '../security-group';
import { grouped, once } from './by-id';
import { namedBy } from './candidates';
import { idOf } from './component';
import type { Way } from './entries-of-acls';
import { given, open } from './given';
import { resourcesOf } from './of-type';
import { blocksOf, type Fields, factOf, listOf, nameOf } from './read';
import { refOf } from './reference';
import { doubtfulRule, groupRuleFrom, unknownRule } from './security-group-rules';
import type { Source } from './source';

type RuleOfGroup = readonly [groupAndWay: string, rule: SecurityGroupRule];

const STANDALONE = [
  'aws_security_group_rule',
  'aws_vpc_security_group_ingress_rule',
  'aws_vpc_security_group_egress_rule',
];
const FIELDS = [
  'protocol',
  'ip_protocol',
  'from_port',
  'to_port',
  'cidr_blocks',
  'cidr_ipv4',
  'ipv6_cidr_blocks',
  'cidr_ipv6',
  'prefix_list_ids',
  'prefix_list_id',
  'self',
  'referenced_security_group_id',
];
const PEERS = [
  'cidr_blocks',
  'cidr_ipv4',
  'ipv6_cidr_blocks',
  'cidr_ipv6',
  'prefix_list_ids',
  'prefix_list_id',
  'security_groups',
  'source_security_group_id',
  'referenced_security_group_id',
];

/** The rules of each group and way, by `<id> <way>`. */
export const rulesOfGroups = once(
  (source: Source): ReadonlyMap<string, readonly SecurityGroupRule[]> =>
    grouped([...inlineRules(source), ...standaloneRules(source)]),
);

function standaloneRules(source: Source): readonly RuleOfGroup[] {
  const { graph } = source;
  return resourcesOf(graph, ...STANDALONE).flatMap((resource) => {
    const group = refOf(resource, 'security_group_id');
    if (group === undefined) return [];
    const fields: Fields = {
      ...Object.fromEntries(FIELDS.map((field) => [field, open(graph, resource, field)])),
      source_security_group_id: given(graph, resource, 'source_security_group_id'),
    };
    const way = wayOf(resource, resource.value('type'));
    const { ids, missing } = namedBy(group);
    return ids.map((id) => {
      const rule = groupRuleFrom(source, nameOf(graph, resource), id, fields);
      return [`${id} ${way}`, missing === undefined ? rule : doubtfulRule(rule, missing)] as const;
    });
  });
}

/** Inline rules, without those that stand alone: a refreshed group lists them, too. */
function inlineRules(source: Source): readonly RuleOfGroup[] {
  const { graph } = source;
  const alone = standaloneKeys(graph);
  const groups = resourcesOf(graph, 'aws_security_group', 'aws_default_security_group');
  return groups.flatMap((group) => {
    const id = idOf(graph, group);
    return (['ingress', 'egress'] as const).flatMap((way) => {
      const key = `${id} ${way}`;
      const value = given(graph, group, way);
      const fact = factOf(graph, group, way);
      const rules = blocksOf(value).flatMap((fields, index) => {
        const own = alone.size > 0 ? without(fields, key, id, alone) : fields;
        return own ? groupRuleFrom(source, `${fact}[${index}]`, id, own) : [];
      });
      const isUnknown = value !== undefined && value !== null && !Array.isArray(value);
      return [...rules, ...(isUnknown ? [unknownRule(fact)] : [])].map(
        (rule) => [key, rule] as const,
      );
    });
  });
}

/** The block without the peers that standalone rules have; undefined when none is left. */
function without(
  fields: Fields,
  key: string,
  group: string,
  alone: ReadonlySet<string>,
): Fields | undefined {
  const before = atoms(fields, key, group);
  const gone = new Set(before.filter(({ atom }) => alone.has(atom)).map(({ peer }) => peer));
  if (gone.size === 0) return fields;
  if (before.every(({ atom }) => alone.has(atom))) return undefined;
  const left = PEERS.map((attribute) => [
    attribute,
    listOf(fields[attribute]).filter((peer) => !gone.has(String(peer))),
  ]);
  const self = fields['self'] === true && !gone.has(group);
  return { ...fields, ...Object.fromEntries(left), self };
}

function standaloneKeys(graph: ResourceGraph): ReadonlySet<string> {
  const rules = [...STANDALONE.flatMap((type) => graph.resources(type)), ...graph.destroyed];
  return new Set(
    rules.flatMap((rule) => {
      const before: Fields = rule.facts.before;
      const group = before['security_group_id'];
      if (!STANDALONE.includes(rule.type) || typeof group !== 'string') return [];
      const key = `${group} ${wayOf(rule, before['type'])}`;
      return atoms(before, key, group).map(({ atom }) => atom);
    }),
  );
}

/** A rule for each peer, as AWS keeps them. */
function atoms(fields: Fields, key: string, group: string) {
  const peers = PEERS.flatMap((attribute) => listOf(fields[attribute]).map(String));
  const all = fields['self'] === true ? [...peers, group] : peers;
  const protocol = String(fields['protocol'] ?? fields['ip_protocol']);
  const ports =
    protocol === '-1' ? '' : `${String(fields['from_port'])}-${String(fields['to_port'])}`;
  return [...new Set(all)].map((peer) => ({ peer, atom: `${key} ${protocol} ${ports} ${peer}` }));
}

function wayOf({ type }: Resource, value: unknown): Way {
  if (type === 'aws_security_group_rule') return value === 'egress' ? 'egress' : 'ingress';
  return type === 'aws_vpc_security_group_egress_rule' ? 'egress' : 'ingress';
}
