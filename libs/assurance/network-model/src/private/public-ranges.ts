import { AddressSet } from '@culvert/packet-set';

/**
 * Where no service has its addresses.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const RESERVED = AddressSet.of(
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '2001:db8::/32',
);
/** Where services may have theirs, such as those that gateway endpoints lead to. */
export const PUBLIC_RANGES = AddressSet.of('0.0.0.0/0', '2000::/3').difference(RESERVED).ranges();
