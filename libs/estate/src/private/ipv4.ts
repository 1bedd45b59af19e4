import { Address4 } from 'ip-address';

/** The range with its host bits zero. */
export function canonical(cidr: string): string {
  const range = new Address4(cidr);
  return `${range.startAddress().correctForm()}/${range.subnetMask}`;
}

/** Whether every address of `inner`, a range or an address, is in `outer`. */
export function contains(outer: string, inner: string): boolean {
  return new Address4(inner).isInSubnet(new Address4(outer));
}

export function overlap(one: string, other: string): boolean {
  return contains(one, other) || contains(other, one);
}

/** The range's prefix length, such as 16 for a /16. */
export function prefixLength(cidr: string): number {
  return new Address4(cidr).subnetMask;
}

/**
 * Whether an address in the subnet can be given to something: AWS keeps the first four and the last.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export function isUsable(subnet: string, address: string): boolean {
  const range = new Address4(subnet);
  const fromFirst = new Address4(address).bigInt() - range.startAddress().bigInt();
  return (
    contains(subnet, address) && fromFirst >= 4n && address !== range.endAddress().correctForm()
  );
}

/** Whether the internet routes to the address. The addresses that examples are written with count. */
export function isPublic(address: string): boolean {
  const it = new Address4(address);
  return it.isGlobal() || it.isDocumentation();
}
