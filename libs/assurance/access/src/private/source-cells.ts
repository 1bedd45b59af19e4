import { AddressSet } from '@culvert/packet-set';
import type { Policy } from '@culvert/policy-evaluation';
import { SymbolicText, type Text } from '@culvert/symbolic';

const KEYS = new Set(['aws:sourceip', 'aws:vpcsourceip']);
const BY_RANGE = new Set(['IpAddress', 'NotIpAddress', 'Null']);

/** What the request's source address is where policies ask for it. */
export type SourceAddress = Text | undefined;

/**
 * One address for each part of the sources in which policies make no difference between addresses.
 *
 * @returns a symbol when addresses are not known, or are compared as text
 */
export function sourceCells(
  sources: AddressSet | undefined,
  policies: readonly Policy[],
  symbol: Text,
): readonly [Text, ...Text[]] {
  if (sources === undefined || sources.isEmpty) return [symbol];
  const asked = policies
    .flatMap(({ statements }) => statements)
    .flatMap(({ conditions }) => conditions)
    .filter(({ key }) => KEYS.has(key.toLowerCase()));
  const isSingle = sources.equals(AddressSet.of(sources.witness() ?? ''));
  if (!isSingle && asked.some(({ operator }) => !BY_RANGE.has(operator.name))) return [symbol];
  const ranges = new Set(
    asked
      .flatMap(({ values }) => values)
      .flatMap((value) => SymbolicText.of(value).known ?? [])
      .filter(isRange),
  );
  let cells = [sources];
  for (const range of ranges) {
    const inside = AddressSet.of(range);
    cells = cells
      .flatMap((cell) => [cell.intersection(inside), cell.difference(inside)])
      .filter((cell) => !cell.isEmpty);
  }
  const [first = symbol, ...others] = cells.flatMap((cell) => cell.witness() ?? []);
  return [first, ...others];
}

function isRange(text: string): boolean {
  try {
    AddressSet.of(text);
    return true;
  } catch {
    return false;
  }
}
