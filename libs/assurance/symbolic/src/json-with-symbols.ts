import { SymbolicText } from './symbolic-text';
import type { Text } from './text';
import { isUnknown, type Unknown } from './unknown';

const START = '\uE000';
const END = '\uE001';
const PLACE = /\uE000(\d+)\uE001/u;

/**
 * The JSON of a text in which some values, or parts of some, are symbols: these come as they are, or as
 * {@link SymbolicText}.
 *
 * @throws SyntaxError when it is not JSON whatever the symbols are
 */
export function parseJsonWithSymbols(text: Text): unknown {
  const { parts } = SymbolicText.of(text);
  const symbols = parts.filter(isUnknown);
  let inString = false;
  let source = '';
  for (const part of parts) {
    if (isUnknown(part)) {
      const place = `${START}${symbols.indexOf(part)}${END}`;
      source += inString ? place : `"${place}"`;
    } else {
      if (part.includes(START)) {
        throw new SyntaxError('it holds a character for private use, U+E000');
      }
      inString = endsInString(part, inString);
      source += part;
    }
  }
  return JSON.parse(source, (_, value: unknown) => revive(value, symbols)) as unknown;
}

/** Text with its symbols; an object of which a key has some is not known as a whole. */
function revive(value: unknown, symbols: readonly Unknown[]): unknown {
  if (typeof value === 'string') {
    return value.includes(START) ? withSymbols(value, symbols) : value;
  }
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const open = keys.filter((key) => key.includes(START));
  return open.length === 0 ? value : nameOf(open.map((key) => withSymbols(key, symbols)));
}

function nameOf(keys: readonly Text[]): Unknown {
  return { unknown: keys.map((key) => String(SymbolicText.of(key))).join(', ') };
}

function endsInString(json: string, inString: boolean): boolean {
  const quotes = json.replace(/\\./gsu, '').split('"').length - 1;
  return quotes % 2 === 0 ? inString : !inString;
}

function withSymbols(value: string, symbols: readonly Unknown[]): Text {
  const text = SymbolicText.of(
    ...value.split(PLACE).map((part, index) => {
      const symbol = index % 2 === 0 ? undefined : symbols[Number(part)];
      return symbol ?? part;
    }),
  );
  const [only, ...others] = text.parts;
  return isUnknown(only) && others.length === 0 ? only : text;
}
