import { visible } from '../private/visible';

/** What may be markup; `_` within a word is not; nor are most others but at the beginning. */
const MARKUP = /[\\`*[\]<>#!|&~$@:]|(?<!\w)_|_(?!\w)|(?<=_)_|_(?=_)|^[^\p{L}]| $| (?= )/gu;

/**
 * What GitHub goes on to make a link, a mention or a picture of, even where it is escaped:
 * `@`, `#1`, `GH-1`, `://`, `www.`, `:smile:`, `mailto:`.
 */
const LINK_BEGINS =
  /@|#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)|:(?=[\w+-]+(?::|$))|\b(?:mailto|xmpp):/gi;

/** Nothing is to be seen there, and no link goes on. */
const ZERO_WIDTH_SPACE = '\u200b';

/** Text that stays text, in Markdown and within its HTML. */
export function escaped(text: string): string {
  return visible(text)
    .replace(LINK_BEGINS, `$&${ZERO_WIDTH_SPACE}`)
    .replace(MARKUP, (character) => `&#${character.codePointAt(0)};`);
}

/** A name, to be copied. */
export function code(text: string): string {
  const shown = visible(text);
  return /^[^`|\\ ](?:[^`|\\]*[^`|\\ ])?$/.test(shown) ? `\`${shown}\`` : codeElement(text);
}

/** The same within HTML, where Markdown is not read. */
export function codeElement(text: string): string {
  return `<code>${escaped(text)}</code>`;
}
