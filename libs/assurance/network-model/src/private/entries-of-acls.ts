import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { type AclEntry, aclEntryFrom } from './acl-entries';
import { grouped, once } from './by-id';
import { namedBy } from './candidates';
import { idOf } from './component';
import { open } from './given';
import { resourcesOf } from './of-type';
import { blocksOf, factOf, knownText, nameOf } from './read';
import { refOf } from './reference';

export type Way = 'ingress' | 'egress';

/** The entries of each ACL and way, by `<id> <way>`. */
export const entriesOfAcls = once(
  (graph: ResourceGraph): ReadonlyMap<string, readonly AclEntry[]> =>
    grouped([...standaloneEntries(graph), ...inlineEntries(graph)]),
);

const FIELDS = [
  'rule_number',
  'rule_action',
  'protocol',
  'cidr_block',
  'ipv6_cidr_block',
  'from_port',
  'to_port',
  'icmp_type',
  'icmp_code',
];

function standaloneEntries(graph: ResourceGraph) {
  return resourcesOf(graph, 'aws_network_acl_rule').flatMap((rule) => {
    const acl = refOf(rule, 'network_acl_id');
    const name = nameOf(graph, rule);
    const fields = Object.fromEntries(FIELDS.map((field) => [field, open(graph, rule, field)]));
    const { ids, missing } = acl === undefined ? { ids: [] } : namedBy(acl);
    const known = aclEntryFrom(name, fields);
    const entry = missing === undefined ? known : doubtful(known, missing);
    return ids.flatMap((id) =>
      entry === undefined ? [] : [[`${id} ${wayOf(rule)}`, entry] as const],
    );
  });
}

/** Inline entries, without those that stand alone: a refreshed ACL lists them, too. */
function inlineEntries(graph: ResourceGraph) {
  const alone = standaloneNumbers(graph);
  return resourcesOf(graph, 'aws_network_acl', 'aws_default_network_acl').flatMap((acl) => {
    const id = idOf(graph, acl);
    return (['ingress', 'egress'] as const).flatMap((way) => {
      const key = `${id} ${way}`;
      const value = open(graph, acl, way);
      const fact = factOf(graph, acl, way);
      const entries = blocksOf(value).flatMap((fields, index) =>
        alone.has(`${key} ${knownText(fields['rule_no']) ?? ''}`)
          ? []
          : (aclEntryFrom(`${fact}[${index}]`, fields) ?? []),
      );
      const isUnknown = value !== undefined && value !== null && !Array.isArray(value);
      return [...entries, ...(isUnknown ? [{ missing: fact }] : [])].map(
        (entry) => [key, entry] as const,
      );
    });
  });
}

/** The entry where it cannot be told whether the ACL has it. */
function doubtful(entry: AclEntry | undefined, unknown: string): AclEntry {
  if (entry === undefined || 'missing' in entry) return { missing: unknown };
  const { range } = entry;
  return {
    ...entry,
    range: { unknown, ...(typeof range === 'string' ? { within: [range] } : {}) },
  };
}

function standaloneNumbers(graph: ResourceGraph): ReadonlySet<string> {
  const rules = [...graph.resources('aws_network_acl_rule'), ...graph.destroyed];
  return new Set(
    rules.flatMap(({ type, facts: { before } }) => {
      if (type !== 'aws_network_acl_rule') return [];
      const way = before['egress'] === true ? 'egress' : 'ingress';
      return `${String(before['network_acl_id'])} ${way} ${String(before['rule_number'])}`;
    }),
  );
}

function wayOf(rule: Resource): Way {
  return rule.value('egress') === true ? 'egress' : 'ingress';
}
