import { AddressSet } from '@culvert/packet-set';
import { missingFacts, type Truth } from '@culvert/symbolic';
import type { Value } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import type { NetworkInterface } from '../network-interface';
import { knownText, missingIn } from './read';
import { keyOf } from './reference';
import type { Source } from './source';
import type { Subnet, Vpc } from '../vpc';
import { subnetsOf } from './subnet-facts';

const IPV4 = AddressSet.of('0.0.0.0/0');
const IPV6 = AddressSet.of('::/0');

/** What is said of an interface's addresses. */
export interface Addressing {
  readonly subnet: Ref;
  /** Those that somebody gives it, of both families. */
  readonly given: readonly Value[];
  /** Whether it has more than those that are given. */
  readonly more?: boolean;
  /** @default - it has one of IPv4 */
  readonly hasIpv4?: boolean;
  readonly hasIpv6: Truth;
}

type Placed = Pick<NetworkInterface, 'addresses' | 'placed' | 'missing'>;

/** The addresses that are given, else the ranges where AWS will choose them. */
export function placed(source: Source, addressing: Addressing): Placed {
  const { subnet, given, more = false, hasIpv4 = true, hasIpv6 } = addressing;
  const { ranges, missing } = rangesOf(source, subnet);
  const texts = given.map(knownText);
  const known = addressesOf(texts);
  const unknown = given.filter((_, position) => texts[position] === undefined);
  const open = (family: AddressSet, isThere: boolean) =>
    isThere && (more || known.intersection(family).isEmpty);
  const openIpv4 = open(IPV4, hasIpv4);
  const openIpv6 = open(IPV6, hasIpv6.value !== false);
  const rest = AddressSet.NONE.union(
    ...(openIpv4 ? [ranges.intersection(IPV4)] : []),
    ...(openIpv6 ? [ranges.intersection(IPV6)] : []),
  );
  const isPlaced = !openIpv4 && rest.isEmpty && unknown.length === 0;
  return {
    addresses: known.union(rest),
    placed: isPlaced,
    missing: isPlaced
      ? []
      : [...new Set([...missing, ...missingFacts(hasIpv6), ...unknown.flatMap(missingIn)])].sort(),
  };
}

/** The ranges of the subnets that it may be in; everything, when they are not known. */
function rangesOf(source: Source, ref: Ref) {
  const subnets = subnetsOf(source, ref);
  if (subnets.length === 0) return { ranges: AddressSet.ALL, missing: [keyOf(ref)] };
  const ranges = subnets.map((subnet) => rangesIn(subnet, source.network.vpcs.get(subnet.vpc)));
  return { ranges: AddressSet.NONE.union(...ranges), missing: [] };
}

/** A family of which the subnet has no range yet is somewhere in its VPC, or anywhere. */
function rangesIn({ ranges, missing }: Subnet, vpc: Vpc | undefined): AddressSet {
  const known = rangesByFamily(ranges);
  if (missing.length === 0) return ranges;
  const isIpv6 = (fact: string) => fact.includes('ipv6');
  const isMissing = [missing.some((fact) => !isIpv6(fact)), missing.some(isIpv6)];
  const outer = rangesByFamily(vpc?.missing.length === 0 ? vpc.ranges : AddressSet.ALL);
  const perFamily = known.map((own, family) => {
    const rest = outer[family] ?? AddressSet.ALL;
    return own.isEmpty && isMissing[family] === true ? rest : own;
  });
  return AddressSet.NONE.union(...perFamily);
}

function rangesByFamily(ranges: AddressSet): readonly AddressSet[] {
  return [IPV4, IPV6].map((family) => ranges.intersection(family));
}

function addressesOf(texts: readonly (string | undefined)[]): AddressSet {
  return AddressSet.of(
    ...(texts.filter((text) => text !== undefined && isAddress(text)) as string[]),
  );
}

/** What a plan holds may be anything: text that is no address counts as none. */
export function isAddress(text: string): boolean {
  try {
    return !AddressSet.of(text).isEmpty;
  } catch {
    return false;
  }
}
