/** Control characters, direction marks and the like, line separators, what is no character. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/**
 * Shows what could otherwise command a terminal, begin a line or turn the direction of the text.
 *
 * @see https://www.unicode.org/reports/tr36/
 */
export function visible(text: string): string {
  return text.replace(
    INVISIBLE,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
