import { isWild } from './private/item';
import { partsOf } from './private/parts-of';
import type { Text } from './text';
import { isUnknown, type Unknown } from './unknown';
import { isWildcard, type Wildcard } from './wildcard';

/** What a text can match: characters, symbols and wildcards. */
export class TextPattern {
  /**
   * The pattern in which `*` and `?` are wildcards. What a symbol turns out to be may hold some too.
   *
   * @param except characters that no wildcard takes
   */
  public static glob(text: Text, except?: string): TextPattern {
    return new TextPattern(
      partsOf([text]).flatMap<string | Unknown | Wildcard>((part) =>
        isUnknown(part)
          ? anyIfWild(part)
          : part.split(/([*?])/u).map((piece) => wildcard(piece, except)),
      ),
    );
  }

  /** The pattern of these parts, in which the characters `*` and `?` mean themselves. */
  public static of(...parts: readonly (Text | Wildcard | TextPattern)[]): TextPattern {
    return new TextPattern(
      parts.flatMap((part) => {
        if (part instanceof TextPattern) {
          return part.parts;
        }
        return isWildcard(part) ? [part] : partsOf([part]);
      }),
    );
  }

  private constructor(public readonly parts: readonly (string | Unknown | Wildcard)[]) {}
}

/** A value that holds wildcards may take any text. */
function anyIfWild(symbol: Unknown): Unknown {
  return isWild(symbol) ? { unknown: symbol.unknown } : symbol;
}

function wildcard(piece: string, except?: string): string | Wildcard {
  return piece === '*' || piece === '?'
    ? { wildcard: piece, ...(except === undefined ? {} : { except }) }
    : piece;
}
