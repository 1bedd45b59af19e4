import { ContractError } from '@culvert/errors';

/**
 * A body as a whole, decompressed. Reading stops at the limit, however little was received for it.
 *
 * @throws ContractError when it is larger
 */
export async function readBody(
  body: AsyncIterable<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      throw new ContractError(
        `the response is larger than ${maxBytes} bytes: ask for less, or raise maxResponseBytes`,
      );
    }
    chunks.push(chunk);
  }
  return size === 0 ? null : Buffer.concat(chunks);
}
