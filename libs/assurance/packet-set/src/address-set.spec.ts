import * as fc from 'fast-check';
import { AddressSet } from './index';

const range = fc
  .tuple(fc.nat({ max: 255 }), fc.integer({ min: 24, max: 32 }), fc.boolean())
  .map(([last, prefix, old]) => (old ? `10.0.0.${last}/${prefix}` : `::${last}/${prefix + 96}`));
const set = fc.array(range, { maxLength: 5 }).map((ranges) => AddressSet.of(...ranges));

describe('AddressSet', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['bits after the prefix dropped', ['100.68.0.18/18'], ['100.68.0.0/18']],
    ['neighbours joined', ['10.0.0.0/25', '10.0.0.128/25'], ['10.0.0.0/24']],
    ['ranges within others left out', ['10.0.0.0/8', '10.1.0.0/16'], ['10.0.0.0/8']],
    ['neighbours that are not aligned', ['10.0.0.1', '10.0.0.2'], ['10.0.0.1', '10.0.0.2']],
    ['both versions', ['::/0', '0.0.0.0/0'], ['0.0.0.0/0', '::/0']],
    ['halves of everything', ['8000::/1', '0::/1'], ['::/0']],
    ['an address that holds one of IPv4', ['::ffff:10.0.0.1'], ['::ffff:a00:1']],
  ])('writes the fewest ranges: %s', (_, ranges, expected) => {
    expect(AddressSet.of(...ranges).ranges()).toEqual(expected);
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(set, (each) => {
        expect(AddressSet.of(...each.ranges()).equals(each)).toBe(true);
      }),
    );
  });

  it('has what its algebra says, address by address', () => {
    const universe = Array.from({ length: 256 }, (_, last) => [
      `10.0.0.${last}`,
      `::${last}`,
    ]).flat();
    fc.assert(
      fc.property(set, set, fc.constantFrom(...universe), (one, other, address) => {
        const [left, right] = [one.contains(address), other.contains(address)];

        expect(one.union(other).contains(address)).toBe(left || right);
        expect(one.intersection(other).contains(address)).toBe(left && right);
        expect(one.difference(other).contains(address)).toBe(left && !right);
        expect(one.complement().contains(address)).toBe(!left);
      }),
      { numRuns: 500 },
    );
  });

  it('takes one range out of another', () => {
    const rest = AddressSet.of('10.0.0.0/30').difference(AddressSet.of('10.0.0.1'));

    expect(String(rest)).toBe('10.0.0.0, 10.0.0.2/31');
    expect(rest.contains('10.0.0.2/31')).toBe(true);
    expect(rest.contains('10.0.0.0/31')).toBe(false);
    expect(String(rest.difference(rest))).toBe('nothing');
  });

  it('has the lowest address for a witness', () => {
    expect(AddressSet.of('::1', '10.0.0.8/29').witness()).toBe('10.0.0.8');
    expect(AddressSet.of('2001:db8::/32').witness()).toBe('2001:db8::');
    expect(AddressSet.NONE.witness()).toBeUndefined();
  });
});
