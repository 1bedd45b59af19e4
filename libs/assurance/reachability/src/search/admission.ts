import type { Ref } from '@culvert/network-model';
import { securityGroupsPass } from '@culvert/packet-filter';
import { AddressSet } from '@culvert/packet-set';
import { addressesOf } from '../relays/addresses-of';
import { partiesAt } from '../relays/arrive';
import { rulesToward } from '../relays/group-rules';
import { keyOf, type Model } from '../relays/model';
import { INTERNET } from '../relays/outside';
import { packetsOf } from '../relays/passing';
import type { Stop } from '../relays/place';

/** Whom the security groups at a stop may let in: nobody needs to ask the network about others. */
export class Admission {
  public static at(model: Model, { place, traffic }: Stop): Admission {
    const parties = partiesAt(model, place);
    const admitted = parties.map((party) => {
      if (party.kind === 'outside' || !party.interface.filtered) {
        return AddressSet.ALL;
      }
      const rules = rulesToward(model.network, party.interface, 'ingress');
      const { perhaps } = securityGroupsPass([{ ingress: rules, egress: [] }], 'ingress');
      return perhaps.intersection(packetsOf(AddressSet.ALL, addressesOf(party), traffic)).sources();
    });
    const addresses = AddressSet.NONE.union(...admitted);
    // What is behind a translation comes with other addresses than its own.
    const hidden = INTERNET.union(model.translators());
    const isOpen = parties.length === 0 || !addresses.intersection(hidden).isEmpty;
    return new Admission(isOpen ? AddressSet.ALL : addresses, namesAt(model, place));
  }

  private constructor(
    private readonly addresses: AddressSet,
    private readonly named: ReadonlySet<string> | 'any',
  ) {}

  /** Whether it may admit some of the addresses. */
  public admits(addresses: AddressSet): boolean {
    return !this.addresses.intersection(addresses).isEmpty;
  }

  /** Whether a rule names one of the groups. */
  public names(groups: readonly Ref[]): boolean {
    const { named } = this;
    return named === 'any' || groups.some((group) => named.has(keyOf(group)));
  }
}

/** The groups that rules name which let something in; `any` when they are not all known. */
function namesAt(model: Model, place: Stop['place']): ReadonlySet<string> | 'any' {
  const { securityGroups } = model.network;
  const groups = partiesAt(model, place)
    .flatMap((party) => (party.kind === 'interface' ? party.interface.groups : []))
    .map((ref) => securityGroups.get(keyOf(ref)));
  const names = groups
    .flatMap((group) => group?.ingress ?? [])
    .flatMap(({ peers }) => peers)
    .flatMap((peer) => (typeof peer === 'object' && 'group' in peer ? keyOf(peer.group) : []));
  const isKnown =
    groups.every((group) => group !== undefined && group.missing.length === 0) &&
    names.every((name) => securityGroups.has(name));
  return isKnown ? new Set(names) : 'any';
}
