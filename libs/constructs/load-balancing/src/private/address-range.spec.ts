import fc from 'fast-check';
import { isInside, requirePrivateAddresses } from './address-range';

/** RFC 1918 and RFC 6598 in whole octets, without arithmetic on masks. */
function isPrivate(address: string): boolean {
  const [first = 0, second = 0] = address.split('.').map(Number);
  return (
    first === 10 ||
    (first === 100 && second >= 64 && second <= 127) ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168)
  );
}

const octet = fc.integer({ min: 0, max: 255 });
const nearPrivate = fc
  .tuple(fc.constantFrom(9, 10, 11, 99, 100, 101, 172, 173, 192), octet, octet, octet)
  .map((octets) => octets.join('.'));
const address = fc.oneof(nearPrivate, fc.ipV4());

describe('requirePrivateAddresses', () => {
  it('refuses exactly the addresses that are not private, each by name', () => {
    fc.assert(
      fc.property(fc.uniqueArray(address, { maxLength: 5 }), (addresses) => {
        const check = () => requirePrivateAddresses('target group "orders"', addresses);
        const refused = addresses.filter((one) => !isPrivate(one));

        if (refused.length === 0) {
          expect(check).not.toThrow();
        } else {
          expect(check).toThrow(`has targets [${refused.join(', ')}] outside its VPC`);
        }
      }),
    );
  });
});

describe('isInside', () => {
  it('knows the /16 of every address, and no other', () => {
    fc.assert(
      fc.property(address, octet, octet, (one, first, second) => {
        expect(isInside(one, `${first}.${second}.0.0/16`)).toBe(
          one.startsWith(`${first}.${second}.`),
        );
        expect(isInside(one, `${one.split('.').slice(0, 2).join('.')}.0.0/16`)).toBe(true);
      }),
    );
  });

  it('takes no range and no name for an address', () => {
    expect(isInside('10.20.0.0/24', '10.20.0.0/16')).toBe(false);
    expect(isInside('orders', '10.20.0.0/16')).toBe(false);
  });
});
