import { generateKeyPairSync, sign, verify } from 'node:crypto';
import * as fc from 'fast-check';
import { joseSignature } from './jose-signature';

describe('joseSignature', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  it('is what JOSE verifies, for any message', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (message) => {
        const signature = joseSignature(sign('sha256', message, privateKey));

        const key = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
        expect(verify('sha256', message, key, signature)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('pads short numbers and drops the zero that keeps one positive', () => {
    const signature = joseSignature(Buffer.from('3007020105' + '020200ff', 'hex'));

    expect(Buffer.from(signature).toString('hex')).toBe(
      `${'5'.padStart(64, '0')}${'ff'.padStart(64, '0')}`,
    );
  });

  it('refuses what is no signature, whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        fc.pre(bytes[0] !== 0x30);
        expect(() => joseSignature(bytes)).toThrow(
          expect.objectContaining({ name: 'ContractError' }),
        );
      }),
    );
  });

  it.each([
    ['truncated', (der: Buffer) => der.subarray(0, -1)],
    ['followed by more', (der: Buffer) => Buffer.concat([der, Buffer.from([0])])],
    ['of another curve', () => generateP384()],
    ['of RSA', () => Buffer.alloc(256, 7)],
  ])('refuses a signature that is %s', (_, change) => {
    const der = change(sign('sha256', Buffer.from('message'), privateKey));

    expect(() => joseSignature(der)).toThrow('not a P-256 signature');
  });
});

function generateP384(): Buffer {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  return sign('sha256', Buffer.from('message'), privateKey);
}
