import { Address4 } from 'ip-address';

/**
 * @throws when the range is no IPv4 range, or has host bits, which AWS drops and plans then miss
 */
export function requireCidr(cidr: string): void {
  if (!cidr.includes('/') || !Address4.isValid(cidr)) {
    throw new Error(`range "${cidr}" is no IPv4 range: write it like "192.168.0.0/16"`);
  }
  const range = new Address4(cidr);
  const network = `${range.startAddress().correctForm()}/${range.subnetMask}`;
  if (network !== cidr) {
    throw new Error(`range "${cidr}" is not written as AWS keeps it: write "${network}"`);
  }
}
