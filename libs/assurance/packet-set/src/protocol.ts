import { PacketSetError } from './packet-set-error';

const NUMBERS = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const;

/** A protocol with ports or with ICMP types, or the number of any. */
export type Protocol = keyof typeof NUMBERS | number;

export const PORTS: readonly number[] = [NUMBERS.tcp, NUMBERS.udp];
export const ICMP: readonly number[] = [NUMBERS.icmp, NUMBERS.icmpv6];

/**
 * The number of a protocol, by its name or as a number in text too.
 *
 * @throws {@link PacketSetError} when there is no such protocol
 */
export function protocolNumber(protocol: Protocol | string): number {
  const named = Object.entries(NUMBERS).find(([name]) => name === protocol)?.[1];
  const number = named ?? (protocol === '' ? NaN : Number(protocol));
  if (!Number.isInteger(number) || number < 0 || number > 255) {
    throw new PacketSetError(
      `'${protocol}' is no protocol: use ${Object.keys(NUMBERS).join(', ')} or a number from 0 to 255`,
    );
  }
  return number;
}

/** Its name if it has one here, else its number. */
export function protocolName(number: number): string {
  const named = Object.entries(NUMBERS).find(([, each]) => each === number);
  return named?.[0] ?? String(number);
}
