import { isUnknown, SymbolicText, type Text } from '@culvert/symbolic';
import type { PolicyVersion } from '../policy';
import type { Context } from './context';

/** Part of a value of a policy; in a literal one, `*` and `?` are no wildcards. */
export interface Piece {
  readonly text: Text;
  readonly literal: boolean;
}

/** A value of a policy with its variables replaced. */
export interface Expansion {
  readonly pieces: readonly Piece[];
  /** The keys of variables that the request does not have. */
  readonly absent: readonly string[];
  /** The facts that decide whether it has the others. */
  readonly open: readonly string[];
}

const VARIABLE = /\$\{(?<name>[^}]*)\}/gu;
const KEY_WITH_DEFAULT = /^(?<key>[^,]+?)(?:\s*,\s*'(?<value>.*)')?$/su;

/**
 * Replaces policy variables by what the request has.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function expand(text: Text, version: PolicyVersion, context: Context): Expansion {
  if (version === '2008-10-17') {
    return { pieces: [{ text, literal: false }], absent: [], open: [] };
  }
  const { parts, unknowns } = SymbolicText.of(text);
  if (parts.some((part, at) => !isUnknown(part) && isCut(part) && at < parts.length - 1)) {
    return {
      pieces: [{ text: { unknown: String(text) }, literal: true }],
      absent: [],
      open: unknowns,
    };
  }
  const expansions = parts.map((part) =>
    isUnknown(part) ? one({ text: part, literal: false }) : expandKnown(part, context),
  );
  return {
    pieces: expansions.flatMap(({ pieces }) => pieces),
    absent: expansions.flatMap(({ absent }) => absent),
    open: expansions.flatMap(({ open }) => open),
  };
}

/** Whether the text ends within a variable, of which a symbol is a part then. */
function isCut(text: string): boolean {
  return text.lastIndexOf('${') > text.lastIndexOf('}');
}

function expandKnown(text: string, context: Context): Expansion {
  const pieces: Expansion[] = [];
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    pieces.push(one({ text: text.slice(end, match.index), literal: false }));
    pieces.push(replace(match.groups?.['name'] ?? '', context));
    end = match.index + match[0].length;
  }
  pieces.push(one({ text: text.slice(end), literal: false }));
  return {
    pieces: pieces.flatMap((each) => each.pieces),
    absent: pieces.flatMap(({ absent }) => absent),
    open: pieces.flatMap(({ open }) => open),
  };
}

function replace(name: string, context: Context): Expansion {
  if (['*', '?', '$'].includes(name)) {
    return one({ text: name, literal: true });
  }
  const { key = name, value } = KEY_WITH_DEFAULT.exec(name)?.groups ?? {};
  const found = context.find(key);
  const [only, ...others] = found.kind === 'values' ? found.values : [];
  if (only !== undefined && others.length === 0) {
    return one({ text: only, literal: true });
  }
  if (found.kind === 'open' || only !== undefined) {
    const fact = found.kind === 'open' ? found.fact : `which value of ${key} a variable takes`;
    return { pieces: [{ text: { unknown: fact }, literal: true }], absent: [], open: [fact] };
  }
  return value === undefined
    ? { pieces: [], absent: [key], open: [] }
    : one({ text: value, literal: true });
}

function one(piece: Piece): Expansion {
  return { pieces: [piece], absent: [], open: [] };
}
