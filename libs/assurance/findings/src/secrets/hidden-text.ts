import { gunzipSync } from 'node:zlib';

const BASE64 = /^[A-Za-z\d+/_-]{16,}={0,2}$/;

/** Base64 in other text, such as the files of cloud-init. */
const PIECES = /[A-Za-z\d+/]{24,}={0,2}/g;

const LONGEST = 1_000_000;

/** What base64 in a text stands for, where that is text, compressed or not. */
export function* textsWithin(text: string): Iterable<string> {
  if (text.length < 16) return;
  if (BASE64.test(text)) {
    const inner = decoded(text);
    if (inner !== undefined) yield inner;
    return;
  }
  const joined = text.length >= 60 && text.includes('\n') ? text.replaceAll(/\s+/g, '') : '';
  if (BASE64.test(joined)) {
    const inner = decoded(joined);
    if (inner !== undefined) yield inner;
    return;
  }
  if (text.length < 24 || text.startsWith('arn:') || text.includes('-----BEGIN ')) return;
  for (const [piece] of text.matchAll(PIECES)) {
    const inner = decoded(piece);
    if (inner !== undefined) yield inner;
  }
}

function decoded(base64: string): string | undefined {
  // Four characters are three bytes, and text shows early that it is none.
  if (!isText(Buffer.from(base64.slice(0, 16), 'base64')) && !base64.startsWith('H4sI')) {
    return undefined;
  }
  const bytes = Buffer.from(base64, 'base64');
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unzipped(bytes) : bytes;
  return plain !== undefined && isText(plain) ? plain.toString('utf8') : undefined;
}

function unzipped(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: LONGEST });
  } catch {
    return undefined;
  }
}

/** Whether bytes are characters of ASCII, or some beyond it. */
function isText(bytes: Buffer): boolean {
  let others = 0;
  for (const byte of bytes) {
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f) return false;
    if (byte > 0x7e) others += 1;
  }
  return others * 8 <= bytes.length;
}
