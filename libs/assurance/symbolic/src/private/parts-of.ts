import type { Text } from '../text';
import { isUnknown, type Unknown } from '../unknown';

/** The parts of texts put together: neighbouring characters in one part, no part empty. */
export function partsOf(texts: readonly Text[]): readonly (string | Unknown)[] {
  const parts: (string | Unknown)[] = [];
  for (const part of texts.flatMap(flatten)) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') {
      parts[parts.length - 1] = last + part;
    } else if (part !== '') {
      parts.push(part);
    }
  }
  return parts;
}

function flatten(text: Text): readonly (string | Unknown)[] {
  return typeof text === 'string' || isUnknown(text) ? [text] : text.parts;
}
