import * as fc from 'fast-check';
import { Address4 } from 'ip-address';
import { hostAddress } from './index';

const SUBNET = fc
  .tuple(fc.nat(0xffffffff), fc.integer({ min: 16, max: 28 }))
  .map(([bits, prefix]) => {
    const address = Address4.fromBigInt(BigInt(bits)).correctForm();
    return `${new Address4(`${address}/${prefix}`).startAddress().correctForm()}/${prefix}`;
  });

describe('hostAddress', () => {
  it('counts from the network address', () => {
    expect(hostAddress('10.20.1.0/24', 10)).toBe('10.20.1.10');
    expect(hostAddress('10.20.0.0/16', 256)).toBe('10.20.1.0');
  });

  it('gives distinct addresses inside the subnet, never one that AWS keeps', () => {
    fc.assert(
      fc.property(SUBNET, fc.nat(65535), fc.nat(65535), (cidrBlock, one, other) => {
        const size = 2 ** (32 - Number(cidrBlock.split('/')[1]));
        const usable = (host: number) => 4 + (host % (size - 5));
        const address = new Address4(hostAddress(cidrBlock, usable(one)));
        const subnet = new Address4(cidrBlock);

        expect(address.isInSubnet(subnet)).toBe(true);
        expect(address.correctForm()).not.toBe(subnet.endAddress().correctForm());
        expect(hostAddress(cidrBlock, usable(other)) === address.correctForm()).toBe(
          usable(one) === usable(other),
        );
      }),
    );
  });

  it.each([
    [0, 'the network address'],
    [3, 'kept by AWS for future use'],
    [15, 'the broadcast address'],
    [16, 'outside the subnet'],
    [4.5, 'no whole number'],
    [Number.NaN, 'no number'],
  ])('fails for host %s of a /28: %s', (host) => {
    expect(() => hostAddress('10.0.0.0/28', host)).toThrow(
      `host ${host} of 10.0.0.0/28 cannot be used: choose 4 to 14`,
    );
  });
});
