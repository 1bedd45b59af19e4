import type { AddressSet } from '@culvert/packet-set';
import type { OutsideParty } from '../party';
import type { Model } from '../relays/model';
import type { Class } from './reachers';

/** More would take longer than anybody reads. */
const MAXIMUM = 100;

/** What is outside, in parts that rules may tell apart by address; none when it is one, or inside. */
export function outsideParts(model: Model, { reacher, parties }: Class): readonly Class[] {
  const [party, ...others] = parties;
  if (party?.kind !== 'outside' || others.length > 0) {
    return [];
  }
  const near = model.namedRanges().filter((range) => isPartOf(range, party.addresses));
  if (near.length === 0 || near.length > MAXIMUM) {
    return [];
  }
  const parts = near.reduce<readonly AddressSet[]>(
    (all, range) =>
      all
        .flatMap((each) => [each.intersection(range), each.difference(range)])
        .filter((each) => !each.isEmpty),
    [party.addresses],
  );
  return parts.map((addresses) => partOf(reacher, party, addresses));
}

function isPartOf(range: AddressSet, whole: AddressSet): boolean {
  return !range.intersection(whole).isEmpty && !whole.isSubsetOf(range);
}

/** Several parts as one. */
export function together(classes: readonly Class[], whole: Class): Class {
  const [first = whole, ...others] = classes;
  const [party] = whole.parties;
  return party?.kind === 'outside'
    ? partOf(
        whole.reacher,
        party,
        first.reacher.addresses.union(...others.map(({ reacher }) => reacher.addresses)),
      )
    : first;
}

function partOf(reacher: Class['reacher'], party: OutsideParty, addresses: AddressSet): Class {
  const ranges = addresses.ranges();
  const label = ranges.length > 4 ? reacher.label : `${reacher.label} (${ranges.join(', ')})`;
  return { reacher: { ...reacher, label, addresses }, parties: [{ ...party, addresses }] };
}
