import { Address4, Address6 } from 'ip-address';
import { knownValues } from './known-values';

type Address = Address4 | Address6;

/** An address of the request within a range of the policy, of the same version of IP. */
export const withinRange = knownValues<Address>(
  'an address or a range such as 192.0.2.0/24',
  readAddress,
  (address, range) =>
    address instanceof Address4
      ? range instanceof Address4 && address.isInSubnet(range)
      : range instanceof Address6 && address.isInSubnet(range),
);

function readAddress(text: string): Address | undefined {
  if (Address4.isValid(text)) {
    return new Address4(text);
  }
  return Address6.isValid(text) ? new Address6(text) : undefined;
}
