import { encodedForms } from './encoded-forms';
import { hexPattern, secretPattern } from './secret-pattern';

export const REDACTED = '[redacted]';

/** How much longer than a form its match can be: three bytes a character, each as `%2525XX`. */
const LONGEST_ESCAPE = 21;

/** Texts that must not be seen, in any of their forms. */
export class SecretTexts {
  readonly #patterns = new Map<string, readonly RegExp[]>();
  private longest = 0;

  add(secret: string): void {
    if (secret === '' || this.#patterns.has(secret)) return;
    const forms = encodedForms(secret);
    this.longest = Math.max(this.longest, ...forms.map((form) => form.length * LONGEST_ESCAPE));
    const patterns = forms.map(secretPattern);
    // a byte's two digits would be found by chance
    if (Buffer.byteLength(secret) > 1) patterns.push(hexPattern(secret));
    this.#patterns.set(secret, patterns);
  }

  delete(secret: string): void {
    this.#patterns.delete(secret);
  }

  /**
   * The first `limit` characters of `text` with every secret replaced. A secret that crosses the limit
   * is found too, and matches that overlap are replaced as one.
   */
  hide(text: string, limit: number): string {
    const searched = text.slice(0, limit + this.longest);
    const found = [...this.#patterns.values()].flat().flatMap((pattern) => find(pattern, searched));
    found.sort((a, b) => a.start - b.start);
    let shown = '';
    let position = 0;
    for (const { start, end } of found) {
      if (start >= limit) break;
      if (start >= position) shown += text.slice(position, start) + REDACTED;
      position = Math.max(position, end);
    }
    shown += text.slice(position, Math.max(position, limit));
    return text.length > limit ? `${shown}[${text.length - limit} characters cut]` : shown;
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function find(pattern: RegExp, text: string): readonly Span[] {
  const spans: Span[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    spans.push({ start: match.index, end: pattern.lastIndex });
    pattern.lastIndex = match.index + 1;
  }
  return spans;
}
