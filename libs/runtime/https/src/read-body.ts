import { ContractError } from '@culvert/errors';

/**
 * A body as a whole, decompressed, or null when it is empty. Reading stops at the limit, however little
 * was received for it.
 *
 * @param host whose body it is, for the message
 * @throws ContractError when it is larger
 */
export async function readBody(
  body: AsyncIterable<Uint8Array> | null,
  maxBytes: number,
  host: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new ContractError(`the response of ${host} is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return size === 0 ? null : Buffer.concat(chunks);
}
