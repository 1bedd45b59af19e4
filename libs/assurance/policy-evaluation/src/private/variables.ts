import {
  and,
  FALSE,
  isUnknown,
  missingFacts,
  SymbolicText,
  type Text,
  type Truth,
  unknownFor,
} from '@culvert/symbolic';
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
  /** Whether the request lacks a variable, so that nothing matches. */
  readonly isLacking: boolean;
  /** The facts that decide what variables are. */
  readonly open: readonly string[];
  /** The facts that decide whether AWS takes the statement for invalid, for want of a variable. */
  readonly hazards: readonly string[];
}

const VARIABLE = /\$\{(?<name>[^}]*)\}/gu;
const KEY_WITH_DEFAULT = /^(?<key>[^,]+?)(?:\s*,\s*'(?<value>.*)')?$/su;

/**
 * Replaces policy variables by what the request has.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function expand(text: Text, version: PolicyVersion, context: Context): Expansion {
  if (version === '2008-10-17') {
    return one(text, false);
  }
  const { parts, unknowns } = SymbolicText.of(text);
  if (parts.some((part, at) => !isUnknown(part) && isCut(part) && at < parts.length - 1)) {
    const variable = { unknown: `a variable named by ${unknowns.join(', ')}` };
    return { ...one(variable, true), open: unknowns, hazards: unknowns };
  }
  return joined(
    parts.map((part) => (isUnknown(part) ? one(part, false) : expandKnown(part, context))),
  );
}

/** What a comparison with the pieces comes to, given what is not known of them. */
export function settled({ isLacking, open }: Expansion, compare: () => Truth): Truth {
  if (isLacking) {
    return FALSE;
  }
  return open.length === 0 ? compare() : and(compare(), unknownFor(...open));
}

/** The same, unless AWS takes the statement for invalid and that would matter. */
export function orInvalid(truth: Truth, expansions: readonly Expansion[]): Truth {
  const hazards = expansions.flatMap((expansion) => expansion.hazards);
  return hazards.length === 0 || truth.value === false
    ? truth
    : unknownFor(...hazards, ...missingFacts(truth));
}

/** Whether the text ends within a variable, of which a symbol is a part then. */
function isCut(text: string): boolean {
  return text.lastIndexOf('${') > text.lastIndexOf('}');
}

function expandKnown(text: string, context: Context): Expansion {
  const expansions: Expansion[] = [];
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    expansions.push(one(text.slice(end, match.index), false));
    expansions.push(replace(match.groups?.['name'] ?? '', context));
    end = match.index + match[0].length;
  }
  return joined([...expansions, one(text.slice(end), false)]);
}

function replace(name: string, context: Context): Expansion {
  if (['*', '?', '$'].includes(name)) {
    return one(name, true);
  }
  const { key = name, value } = KEY_WITH_DEFAULT.exec(name)?.groups ?? {};
  const found = context.find(key);
  const [only, ...others] = found.kind === 'values' ? found.values : [];
  if (only !== undefined && others.length === 0) {
    return one(only, true);
  }
  const hazards =
    value === undefined ? [`whether AWS ignores a statement for want of \${${key}}`] : [];
  if (found.kind === 'open' || only !== undefined) {
    const fact = found.kind === 'open' ? found.fact : `which value of ${key} a variable takes`;
    return { ...one({ unknown: fact }, true), open: [fact], hazards };
  }
  return value === undefined ? { ...one('', true), isLacking: true, hazards } : one(value, true);
}

function one(text: Text, literal: boolean): Expansion {
  return { pieces: [{ text, literal }], isLacking: false, open: [], hazards: [] };
}

function joined(expansions: readonly Expansion[]): Expansion {
  return {
    pieces: expansions.flatMap(({ pieces }) => pieces),
    isLacking: expansions.some(({ isLacking }) => isLacking),
    open: expansions.flatMap(({ open }) => open),
    hazards: expansions.flatMap(({ hazards }) => hazards),
  };
}
