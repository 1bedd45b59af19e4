import type {
  GroupPeer,
  NetworkInterface,
  Ref,
  SecurityGroup,
  SecurityGroupRule,
} from '@culvert/network-model';
import {
  type Address,
  decideBySecurityGroups,
  type Direction,
  type Passage,
  type SecurityGroup as FilterGroup,
  type SecurityGroupRule as FilterRule,
  securityGroupsPass,
} from '@culvert/packet-filter';
import {
  and,
  FALSE,
  isUnknown,
  missingFacts,
  or,
  TRUE,
  type Truth,
  truthOf,
  unknownFor,
} from '@culvert/symbolic';
import type { Party } from '../party';
import { found, type Model, nameOf } from './model';
import { perhapsAll, step, type Step } from './step';
import { addressesOf, trafficOf } from './words';

const EVERYONE: readonly Address[] = ['0.0.0.0/0', '::/0'];

/** The groups of an interface as one peer meets them: whose members it is among, is decided already. */
interface Met {
  readonly groups: readonly { readonly group: SecurityGroup; readonly rules: FilterGroup }[];
  readonly passes: Passage;
}

/**
 * What the interface's security groups, if they apply to it, let out to the peer, or in from it.
 *
 * @param named whether a rule can name a group of the peer
 */
export function groupSteps(
  model: Model,
  of: NetworkInterface,
  direction: Direction,
  peer: Party,
  named: Truth,
): readonly Step[] {
  return of.filtered ? [groupStep(model, of, direction, peer, named)] : [];
}

function groupStep(
  model: Model,
  of: NetworkInterface,
  direction: Direction,
  peer: Party,
  named: Truth,
): Step {
  const met = meet(model, of, direction, peer, named);
  const names = of.groups.map((ref) => nameOf(model.network.securityGroups, ref)).join(', ');
  const component = { name: names || `no group of ${of.name}`, account: of.account };
  const subnet = model.subnet(of.subnet);
  return step(
    { kind: 'security group', component, vpc: subnet?.vpc },
    met.passes,
    (packet, effect) => {
      const who = `${direction === 'ingress' ? 'from' : 'to'} ${addressesOf(peer)}`;
      const what = `${trafficOf(packet)} ${who}`;
      for (const { group, rules } of met.groups) {
        const [rule] = decideBySecurityGroups([rules], direction, packet).rules;
        if (rule !== undefined && effect !== 'blocks') {
          const verb = effect === 'passes' ? 'allows' : 'may allow';
          return { detail: `${verb} ${what}`, rule, component: group.name };
        }
      }
      return { detail: effect === 'blocks' ? `no rule allows ${what}` : `may allow ${what}` };
    },
  );
}

function meet(
  model: Model,
  of: NetworkInterface,
  direction: Direction,
  peer: Party,
  named: Truth,
): Met {
  const own = ownGroups(model, of, direction);
  const member = peer.kind === 'interface' && own.names.size > 0 ? peer.interface : undefined;
  const asked = member === undefined ? 'nobody' : membershipKey(member, own, named);
  return model.once(`met ${own.key} by ${asked}`, () => {
    const groups = own.groups.map((group) => ({
      group,
      rules: {
        ingress: [],
        egress: [],
        [direction]: group[direction].map((rule) => resolved(rule, member, named)),
      },
    }));
    const passes = securityGroupsPass(
      groups.map(({ rules }) => rules),
      direction,
    );
    const { missing } = own;
    return { groups, passes: missing.length > 0 ? passes.union(perhapsAll(missing)) : passes };
  });
}

/** The groups of an interface, and the keys of those that their rules name. */
interface Own {
  readonly key: string;
  readonly groups: readonly SecurityGroup[];
  readonly names: ReadonlySet<string>;
  readonly missing: readonly string[];
}

function ownGroups(model: Model, of: NetworkInterface, direction: Direction): Own {
  const { securityGroups } = model.network;
  const key = `${direction} ${groupsKey(of)}`;
  return model.once(`groups ${key}`, () => {
    const groups = of.groups.flatMap((ref) => found(securityGroups, ref) ?? []);
    const unknown = of.groups.filter((ref) => found(securityGroups, ref) === undefined);
    const peers = groups.flatMap((group) => group[direction].flatMap((rule) => rule.peers));
    return {
      key,
      groups,
      names: new Set(peers.filter(isGroup).map(({ group }) => keyOf(group))),
      missing: [...unknown.map((ref) => `rules of ${nameOf(securityGroups, ref)}`), ...of.missing],
    };
  });
}

/** One key for interfaces that have the same groups. */
export function groupsKey({ groups, missing }: NetworkInterface): string {
  return [...groups.map(keyOf).sort(), ...missing].join();
}

/** What the rules can tell of it: which of the groups that they name it has, or may have. */
function membershipKey(
  { groups, missing, filtered }: NetworkInterface,
  own: Own,
  named: Truth,
): string {
  const isOpen = [...own.names].some((name) => name.startsWith('?'));
  const told = groups
    .map(keyOf)
    .filter((key) => isOpen || key.startsWith('?') || own.names.has(key));
  const facts = missingFacts(named).join();
  return [String(filtered), ...told.sort(), ...missing, String(named.value), facts].join();
}

function keyOf(ref: Ref): string {
  return isUnknown(ref) ? `?${ref.unknown}` : ref;
}

/** The rule with groups as addresses: any, if the peer is a member, or none. */
function resolved(
  { peers, ...rule }: SecurityGroupRule,
  member: NetworkInterface | undefined,
  named: Truth,
): FilterRule {
  return {
    ...rule,
    peers: peers.flatMap((peer) => (isGroup(peer) ? membership(peer.group, member, named) : peer)),
  };
}

function membership(
  group: Ref,
  member: NetworkInterface | undefined,
  named: Truth,
): readonly Address[] {
  const is = and(isMember(group, member), named);
  if (is.value === 'unknown') return [{ unknown: is.missing.join(', ') }];
  return is.value ? EVERYONE : [];
}

function isMember(group: Ref, member: NetworkInterface | undefined): Truth {
  if (member === undefined || !member.filtered) return FALSE;
  const own = or(...member.groups.map((each) => same(each, group)));
  return own.value === true || member.missing.length === 0
    ? own
    : unknownFor(...missingFacts(own), ...member.missing);
}

/** Whether both are one component. */
function same(one: Ref, other: Ref): Truth {
  if (isUnknown(one) && isUnknown(other) && one.unknown === other.unknown) return TRUE;
  const unknown = [one, other].filter(isUnknown).map((each) => each.unknown);
  return unknown.length > 0 ? unknownFor(...unknown) : truthOf(one === other);
}

function isGroup(peer: SecurityGroupRule['peers'][number]): peer is GroupPeer {
  return typeof peer === 'object' && 'group' in peer;
}
