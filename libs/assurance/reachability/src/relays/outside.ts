import type { Network, SecurityGroup } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import type { OutsideParty } from '../party';

/** @see https://www.iana.org/assignments/iana-ipv4-special-registry */
export const PRIVATE = AddressSet.of(
  '10.0.0.0/8',
  '100.64.0.0/10',
  '172.16.0.0/12',
  '192.168.0.0/16',
  'fc00::/7',
);

const NOWHERE = AddressSet.of(
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/3',
  '::/3',
  '4000::/2',
  '8000::/1',
);

/** The addresses that the internet routes. */
export const INTERNET = AddressSet.ALL.difference(PRIVATE).difference(NOWHERE);

/** Those of the addresses that are nobody's on the internet. */
export function isPrivate(addresses: AddressSet): AddressSet {
  return addresses.intersection(PRIVATE);
}

export function internetOf({ vpcs }: Network): OutsideParty {
  const taken = [...vpcs.values()].map(({ ranges }) => ranges);
  return {
    kind: 'outside',
    zone: 'internet',
    addresses: INTERNET.difference(AddressSet.NONE.union(...taken)),
  };
}

/** The ranges that rules and network ACLs tell apart. */
export function namedRanges({ securityGroups, networkAcls }: Network): readonly AddressSet[] {
  const rules = [...securityGroups.values()].flatMap(({ ingress }) => ingress);
  const entries = [...networkAcls.values()].flatMap(({ acl }) => [...acl.ingress, ...acl.egress]);
  const named = [
    ...rules.flatMap(({ peers }) => peers.flatMap(rangesIn)),
    ...entries.flatMap(({ range }) => rangesIn(range)),
  ];
  return [...new Set(named)].map((range) => AddressSet.of(range));
}

/** Those of the internet that no rule names, but as a part of everything. */
export function strangersOf(named: readonly AddressSet[], internet: OutsideParty): OutsideParty {
  const others = internet.addresses.difference(AddressSet.NONE.union(...named));
  return others.isEmpty ? internet : { ...internet, addresses: others };
}

type Peer = SecurityGroup['ingress'][number]['peers'][number];

function rangesIn(peer: Peer): readonly string[] {
  if (typeof peer === 'string') return peer.endsWith('/0') ? [] : [peer];
  return 'addresses' in peer && Array.isArray(peer.addresses)
    ? peer.addresses.flatMap((each: Peer) => rangesIn(each))
    : [];
}

/** What attachments announce; without any, every private address that is in no VPC. */
export function onPremOf({ vpcs, transitGatewayAttachments }: Network): OutsideParty {
  const taken = AddressSet.NONE.union(...[...vpcs.values()].map(({ ranges }) => ranges));
  const announced = AddressSet.NONE.union(
    ...[...transitGatewayAttachments.values()].map((each) => each.announced),
  );
  const addresses = announced.isEmpty ? PRIVATE : announced;
  return { kind: 'outside', zone: 'on-prem', addresses: addresses.difference(taken) };
}
