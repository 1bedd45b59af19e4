import { Address4, Address6 } from 'ip-address';
import { PacketSetError } from '../packet-set-error';
import type { Interval } from './points';

export type Family = 'ipv4' | 'ipv6';
export const FAMILIES: readonly Family[] = ['ipv4', 'ipv6'];

export const LAST_ADDRESS = { ipv4: 2 ** 32 - 1, ipv6: 2n ** 128n - 1n } as const;
const BITS = { ipv4: 32, ipv6: 128 } as const;

type Addresses = Interval & { readonly family: Family };

/** The same few ranges are read again and again. */
const known = new Map<string, Addresses>();
const MOST_KNOWN = 10_000;

/** An address or a range such as 192.0.2.0/24; bits after the prefix do not count, as AWS has it. */
export function parseAddress(text: string): Addresses {
  let addresses = known.get(text);
  if (addresses === undefined) {
    addresses = parse(text);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, addresses);
  }
  return addresses;
}

function parse(text: string): Addresses {
  const address = read(text);
  if (address === undefined) {
    throw new PacketSetError(
      `'${text}' is neither an address nor a range: write 192.0.2.1, 192.0.2.0/24 or 2001:db8::/32`,
    );
  }
  const [from, to] = [address.startAddress().bigInt(), address.endAddress().bigInt()];
  return address instanceof Address4
    ? { family: 'ipv4', from: Number(from), to: Number(to) }
    : { family: 'ipv6', from, to };
}

function read(text: string): Address4 | Address6 | undefined {
  if (Address4.isValid(text)) {
    return new Address4(text);
  }
  return Address6.isValid(text) && !text.includes('%') ? new Address6(text) : undefined;
}

export function formatAddress(family: Family, point: number | bigint): string {
  return (family === 'ipv4' ? Address4 : Address6).fromBigInt(BigInt(point)).correctForm();
}

/** The fewest ranges that make up the addresses; one address has no prefix length. */
export function formatRanges(family: Family, { from, to }: Interval): readonly string[] {
  const ranges: string[] = [];
  const last = BigInt(to);
  for (let start = BigInt(from); start <= last;) {
    const bits = largestBlock(start, last, BITS[family]);
    const prefix = BITS[family] - bits;
    ranges.push(`${formatAddress(family, start)}${bits === 0 ? '' : `/${prefix}`}`);
    start += 1n << BigInt(bits);
  }
  return ranges;
}

/** How many bits are free in the largest aligned block that starts here and does not go too far. */
function largestBlock(start: bigint, last: bigint, most: number): number {
  const digits = start.toString(2);
  const zeros = start === 0n ? most : digits.length - 1 - digits.lastIndexOf('1');
  const room = (last - start + 1n).toString(2).length - 1;
  return Math.min(zeros, room);
}
