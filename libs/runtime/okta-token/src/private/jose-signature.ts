import { ContractError } from '@culvert/errors';

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const COORDINATE_BYTES = 32;

/**
 * A P-256 signature as JOSE wants it: both numbers side by side, 32 bytes each, where KMS gives a
 * sequence of two integers in DER.
 *
 * @throws ContractError when the bytes are not such a sequence
 * @see https://www.rfc-editor.org/rfc/rfc7518#section-3.4
 */
export function joseSignature(der: Uint8Array): Uint8Array {
  const [r, afterR] = integerAt(der, 2);
  const [s, end] = integerAt(der, afterR);
  if (der[0] !== SEQUENCE || der[1] !== der.length - 2 || end !== der.length) {
    throw malformed(der);
  }
  const signature = new Uint8Array(2 * COORDINATE_BYTES);
  signature.set(r, COORDINATE_BYTES - r.length);
  signature.set(s, 2 * COORDINATE_BYTES - s.length);
  return signature;
}

/** The integer that starts at an offset, without the zero that keeps it positive, and where it ends. */
function integerAt(der: Uint8Array, offset: number): [Uint8Array, number] {
  const start = offset + 2;
  const end = start + (der[offset + 1] ?? 0);
  const integer = der.subarray(der[start] === 0 ? start + 1 : start, end);
  if (der[offset] !== INTEGER || end > der.length || integer.length > COORDINATE_BYTES) {
    throw malformed(der);
  }
  return [integer, end];
}

function malformed(der: Uint8Array): ContractError {
  return new ContractError(
    `${der.length} bytes are not a P-256 signature in DER: give PrivateKeyJwt the algorithm of the key`,
  );
}
