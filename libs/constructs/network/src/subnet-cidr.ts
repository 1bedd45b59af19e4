import { Address4 } from 'ip-address';

/** AWS keeps the first four addresses of every subnet, and the last. */
const FIRST_USABLE_HOST = 4;

/**
 * The address with number `host` in an IPv4 range, counted from the network address.
 *
 * @example hostAddress('10.20.1.0/24', 10) // '10.20.1.10'
 * @throws when the range has no such host, or AWS keeps it for itself
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export function hostAddress(cidrBlock: string, host: number): string {
  const subnet = new Address4(cidrBlock);
  const first = subnet.startAddress().bigInt();
  const lastUsable = Number(subnet.endAddress().bigInt() - first) - 1;
  if (!Number.isInteger(host) || host < FIRST_USABLE_HOST || host > lastUsable) {
    throw new Error(
      `host ${host} of ${cidrBlock} cannot be used: choose ${FIRST_USABLE_HOST} to ${lastUsable}, AWS keeps the others`,
    );
  }
  return Address4.fromBigInt(first + BigInt(host)).correctForm();
}
