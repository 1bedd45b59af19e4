import { AddressSet } from '@culvert/packet-set';
import { missingFacts, type Truth } from '@culvert/symbolic';
import type { Value } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import type { Network } from '../network';
import type { NetworkInterface } from '../network-interface';
import type { Subnet } from '../vpc';
import { once } from './by-id';
import { knownText, missingIn } from './read';
import { keyOf } from './reference';
import type { Source } from './source';
import { subnetsOf } from './subnet-facts';

const FAMILIES = [AddressSet.of('0.0.0.0/0'), AddressSet.of('::/0')];

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
  const parsed = given.map((value) => addressOf(knownText(value)));
  const known = parsed.flatMap((address) => address ?? []);
  const unknown = given.filter((_, position) => parsed[position] === undefined);
  const { ranges, missing } = rangesOf(source, subnet);
  const isOpen = [hasIpv4, hasIpv6.value !== false].map(
    (isThere, family) => isThere && (more || !known.some((each) => each.family === family)),
  );
  const rest = ranges.filter((each, family) => isOpen[family] === true && !each.isEmpty);
  const isPlaced = isOpen[0] !== true && rest.length === 0 && unknown.length === 0;
  return {
    addresses: unionOf([...known.map(({ address }) => address), ...rest]),
    placed: isPlaced,
    missing: isPlaced
      ? []
      : [...new Set([...missing, ...missingFacts(hasIpv6), ...unknown.flatMap(missingIn)])].sort(),
  };
}

/** Of each family, the ranges of the subnets that it may be in; everything, when they are not known. */
function rangesOf({ network }: Source, ref: Ref) {
  const [subnet, ...others] = subnetsOf(network, ref);
  if (subnet === undefined) return { ranges: FAMILIES, missing: [keyOf(ref)] };
  const ranges = rangesIn(network)(subnet);
  const perFamily = ranges.map((own, family) =>
    own.union(...others.map((other) => rangesIn(network)(other)[family] ?? AddressSet.NONE)),
  );
  return { ranges: others.length === 0 ? ranges : perFamily, missing: [] };
}

/** A family of which a subnet has no range yet is somewhere in its VPC, or anywhere. */
const rangesIn = once(({ vpcs }: Network) =>
  once(({ ranges, missing, vpc: id }: Subnet): readonly AddressSet[] => {
    const vpc = vpcs.get(id);
    const outer = vpc?.missing.length === 0 ? vpc.ranges : AddressSet.ALL;
    return FAMILIES.map((family, position) => {
      const own = ranges.intersection(family);
      const isMissing = missing.some((fact) => fact.includes('ipv6') === (position === 1));
      return own.isEmpty && isMissing ? outer.intersection(family) : own;
    });
  }),
);

function unionOf([first = AddressSet.NONE, ...others]: readonly AddressSet[]): AddressSet {
  return others.length === 0 ? first : first.union(...others);
}

interface Known {
  readonly address: AddressSet;
  /** Its position in {@link FAMILIES}. */
  readonly family: number;
}

/** What a plan holds may be anything: text that is no address counts as none. */
function addressOf(text: string | undefined): Known | undefined {
  if (text === undefined) return undefined;
  try {
    return { address: AddressSet.of(text), family: text.includes(':') ? 1 : 0 };
  } catch {
    return undefined;
  }
}

/** Whether the text is an address, or a range. */
export function isAddress(text: string): boolean {
  return addressOf(text) !== undefined;
}
