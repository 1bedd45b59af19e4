/** Bits of information in each character, by how often each occurs. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values())
    bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** An id of AWS, a version, a date, words: random or not, no secret. */
const IDENTIFIER =
  /^(?:[a-z]+-[\da-f]{8,17}|v?[\d.]+|[\d:TZ.+-]+|[a-z][a-z\d]*(?:[-_./:][a-z][a-z\d]*)+|[A-Z]?[a-z]{2,}(?:[A-Z][a-z]{2,})*)$/;

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Whether a machine made the text up: long, of several kinds of characters, hardly any twice. */
export function looksRandom(text: string): boolean {
  if (text.length < 8 || /\s/.test(text) || isUuid(text) || IDENTIFIER.test(text)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(text)).length;
  return kinds >= 2 && entropy(text) >= (text.length >= 20 ? 3.2 : 2.7);
}

/** Whether letters of both cases and digits are in it, hardly any twice. */
export function isMixed(text: string): boolean {
  return /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text) && entropy(text) > 3.5;
}
