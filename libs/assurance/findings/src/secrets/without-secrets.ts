import { formatIn, withoutFormats } from './formats';

/** A text in which what looks like a secret is only named: names and keys may hold one too. */
export function withoutSecrets(text: string): string {
  return formatIn(text) === undefined ? text : withoutFormats(text);
}
