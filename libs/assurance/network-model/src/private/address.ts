import type { Address, UnknownAddress } from '@culvert/packet-filter';
import { AddressSet, PacketSetError } from '@culvert/packet-set';
import { isSymbol, type Value } from '@culvert/terraform-graph';
import { knownText, missingIn, textOf } from './read';

/** The version of IP of addresses that are not known. */
export type Version = 'IPv4' | 'IPv6';

const ALL_OF = { IPv4: '0.0.0.0/0', IPv6: '::/0' } as const;

/** The address or range of an attribute, else a symbol for it; undefined for none. */
export function addressFrom(
  value: Value | undefined,
  fact: string,
  version?: Version,
): Address | undefined {
  if (textOf(value) === undefined) return undefined;
  const text = knownText(value);
  if (text !== undefined && isRange(text)) return text;
  return unknownAddress(text === undefined ? nameOfUnknown(value, fact) : fact, version);
}

export function unknownAddress(unknown: string, version?: Version): UnknownAddress {
  return { unknown, ...(version === undefined ? {} : { within: [ALL_OF[version]] }) };
}

/** The addresses that are known. */
export function knownAddresses(addresses: readonly Address[]): AddressSet {
  return AddressSet.of(...addresses.filter((address) => typeof address === 'string'));
}

/** The names of those that are not. */
export function unknownAddresses(addresses: readonly Address[]): readonly string[] {
  return addresses.flatMap((address) => (typeof address === 'string' ? [] : address.unknown));
}

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
/** Most are, and this is the fastest way to know. */
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}(?:/(?:3[0-2]|[12]?\\d))?$`, 'u');

/** Whether the text is an address or a range. */
export function isRange(text: string): boolean {
  if (IPV4.test(text)) return true;
  try {
    AddressSet.of(text);
    return true;
  } catch (error) {
    if (error instanceof PacketSetError) return false;
    throw error;
  }
}

/** The fact that it is made of, when that is a single one. */
function nameOfUnknown(value: Value | undefined, fact: string): string {
  if (!isSymbol(value)) return missingIn(value)[0] ?? fact;
  const [source, ...others] = value.candidates;
  return isSymbol(source) && others.length === 0 ? source.unknown : value.unknown;
}
