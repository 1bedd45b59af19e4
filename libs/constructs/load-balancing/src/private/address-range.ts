import { Address4 } from 'ip-address';

/** RFC 1918 and RFC 6598: where Elastic Load Balancing accepts targets outside the VPC. */
const PRIVATE_RANGES = ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16'];

/** Whether `address` is an IPv4 address of the range. */
export function isInside(address: string, cidrBlock: string): boolean {
  return isAddress(address) && new Address4(address).isInSubnet(new Address4(cidrBlock));
}

/**
 * @throws naming every address that is not one of a private range
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html#target-type
 */
export function requirePrivateAddresses(owner: string, addresses: readonly string[]): void {
  const refused = addresses.filter(
    (address) => !PRIVATE_RANGES.some((range) => isInside(address, range)),
  );
  if (refused.length > 0) {
    throw new Error(
      `${owner} has targets [${refused.join(', ')}] outside its VPC: give IPv4 addresses of ${PRIVATE_RANGES.join(', ')}`,
    );
  }
}

function isAddress(text: string): boolean {
  return Address4.isValid(text) && !text.includes('/');
}
