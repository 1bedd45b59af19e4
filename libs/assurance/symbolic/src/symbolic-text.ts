import { afterCommonStart, beginDistinct } from './private/beginning';
import { patternItems, textItems } from './private/item';
import { alwaysMatches, mayMatch } from './private/matching';
import { partsOf } from './private/parts-of';
import type { Joined, Text } from './text';
import { TextPattern } from './text-pattern';
import { FALSE, TRUE, type Truth, unknownFor } from './truth';
import { isUnknown, type Unknown } from './unknown';

/** How texts are compared. */
export interface CompareOptions {
  /**
   * @default false
   */
  readonly ignoreCase?: boolean;
}

/**
 * Text of which some parts are known only after apply.
 *
 * @example
 * SymbolicText.of('arn:aws:execute-api:eu-central-1:222222222222:', { unknown: 'api.id' }, '/*')
 */
export class SymbolicText implements Joined {
  public static of(...parts: readonly Text[]): SymbolicText {
    return new SymbolicText(partsOf(parts));
  }

  /** @param parts neighbouring characters in one part, no part empty */
  private constructor(public readonly parts: readonly (string | Unknown)[]) {}

  /** The text, when all of it is known. */
  public get known(): string | undefined {
    return this.parts.every((part) => typeof part === 'string') ? this.parts.join('') : undefined;
  }

  /** The names of the symbols in it, sorted, each once. */
  public get unknowns(): readonly string[] {
    return [...new Set(this.parts.filter(isUnknown).map(({ unknown }) => unknown))].sort();
  }

  /** Whether both are the same text. */
  public equals(other: Text, options?: CompareOptions): Truth {
    return this.matches(TextPattern.of(other), options);
  }

  /**
   * Whether the pattern takes the text, and all of it.
   *
   * @param pattern in a text, `*` and `?` are wildcards
   */
  public matches(pattern: Text | TextPattern, { ignoreCase = false }: CompareOptions = {}): Truth {
    const glob = pattern instanceof TextPattern ? pattern : TextPattern.glob(pattern);
    const rest = afterCommonStart({
      text: textItems(this.parts, ignoreCase),
      pattern: patternItems(glob.parts, ignoreCase),
    });
    if (rest === undefined) {
      return FALSE;
    }
    if (alwaysMatches(rest)) {
      return TRUE;
    }
    if ((!ignoreCase && beginDistinct(rest)) || !mayMatch(rest)) {
      return FALSE;
    }
    const symbols = [...rest.text, ...rest.pattern].flatMap(({ piece }) => piece?.symbol ?? []);
    return unknownFor(...symbols.map(({ unknown }) => unknown));
  }

  /** The text for people: symbols as `${name}`. */
  public toString(): string {
    return this.parts
      .map((part) => (typeof part === 'string' ? part : `\${${part.unknown}}`))
      .join('');
  }
}
