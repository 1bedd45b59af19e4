import type { NetworkAclEntry } from '@culvert/packet-filter';
import type { ById } from '../network';
import { type AclEntry, LAST } from '../private/acl-entries';
import { byId } from '../private/by-id';
import { componentKnownById, componentOf, idOf } from '../private/component';
import { entriesOfAcls, type Way } from '../private/entries-of-acls';
import { mentioned } from '../private/mentions';
import { resourcesOf } from '../private/of-type';
import { factOf } from '../private/read';
import { keyOf, refOf } from '../private/reference';
import type { Source } from '../private/source';
import { madeVpcs } from '../private/vpc-defaults';
import type { SubnetAcl } from '../vpc';

/** Network ACLs that are managed, made by AWS with a VPC, or known by their id only. */
export function networkAcls({ graph }: Source): ById<SubnetAcl> {
  const entries = entriesOfAcls(graph);
  const defaultOf = new Map(
    resourcesOf(graph, 'aws_vpc', 'aws_default_vpc').map((vpc) => [
      idOf(graph, vpc, 'default_network_acl_id'),
      idOf(graph, vpc),
    ]),
  );
  const withEntries = (acl: Omit<SubnetAcl, 'acl' | 'missing'>, others: Others): SubnetAcl => {
    const way = (direction: Way) =>
      inOrder([...(entries.get(`${acl.id} ${direction}`) ?? []), ...others]);
    const [ingress, egress] = [way('ingress'), way('egress')];
    return {
      ...acl,
      acl: { ingress: ingress.entries, egress: egress.entries },
      missing: [...new Set([...ingress.missing, ...egress.missing])].sort(),
    };
  };
  const foreign = [...entries.keys()].map((key) => key.slice(0, key.lastIndexOf(' ')));
  return byId(
    resourcesOf(graph, 'aws_network_acl', 'aws_default_network_acl').map((resource) => {
      const component = componentOf(graph, resource);
      const vpc = refOf(resource, 'vpc_id') ?? `VPC of ${component.id}`;
      return withEntries({ ...component, vpc: defaultOf.get(component.id) ?? keyOf(vpc) }, []);
    }),
    madeVpcs(graph).map((vpc) =>
      withEntries(
        {
          ...componentOf(graph, vpc, idOf(graph, vpc, 'default_network_acl_id')),
          name: factOf(graph, vpc, 'default_network_acl_id'),
          vpc: idOf(graph, vpc),
        },
        ALLOWING,
      ),
    ),
    [...defaultOf.keys(), ...mentioned(graph, 'acl'), ...foreign].map((id) => {
      const component = componentKnownById(id);
      const vpc = defaultOf.get(id) ?? `VPC of ${id}`;
      return withEntries({ ...component, vpc }, [{ missing: `entries of ${id}` }]);
    }),
  );
}

type Others = readonly AclEntry[];

/** What AWS puts in a VPC's default ACL. */
const ALLOWING: Others = [
  { name: 'default rule 100', ruleNumber: 100, range: '0.0.0.0/0' },
  { name: 'default rule 101', ruleNumber: 101, range: '::/0' },
].map((entry) => ({ ...entry, action: 'allow', protocol: '-1' }));

/**
 * AWS allows a number once, so an entry whose number is another's already cannot be told. What cannot be
 * told may deny before all others, and allow after them.
 */
function inOrder(all: readonly AclEntry[]) {
  const byNumber = new Map<number, NetworkAclEntry>();
  const missing: string[] = [];
  for (const entry of all) {
    if ('missing' in entry) missing.push(entry.missing);
    else if (byNumber.has(entry.ruleNumber)) missing.push(`${entry.name}.rule_number`);
    else byNumber.set(entry.ruleNumber, entry);
  }
  const doubts = missing.slice(0, 1).flatMap((unknown): readonly NetworkAclEntry[] => {
    const doubt = { name: unknown, protocol: '-1', range: { unknown } };
    return [
      { ...doubt, ruleNumber: freeNumber(byNumber, 1, 1), action: 'deny' },
      { ...doubt, ruleNumber: freeNumber(byNumber, LAST, -1), action: 'allow' },
    ];
  });
  const entries = [...byNumber.values(), ...doubts];
  return { entries: entries.sort((one, other) => one.ruleNumber - other.ruleNumber), missing };
}

function freeNumber(taken: ReadonlyMap<number, unknown>, from: number, step: 1 | -1): number {
  let number = from;
  while (taken.has(number)) number += step;
  return number;
}
