import {
  isUnknown,
  SymbolicText,
  TextPattern,
  TRUE,
  type Truth,
  type Unknown,
  type Wildcard,
} from '@culvert/symbolic';
import { agree } from './agree';
import type { Piece } from './variables';

/** The colons of an ARN before what names the resource itself. */
const COLONS = 5;

/** The pattern in which `*` and `?` are wildcards. */
export function globOf(pieces: readonly Piece[]): TextPattern {
  return TextPattern.of(
    ...pieces.map(({ text, literal }) => (literal ? text : TextPattern.glob(text))),
  );
}

/**
 * Whether an ARN matches, each of its six components on its own, as ARN operators do.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function matchArn(arn: SymbolicText, pieces: readonly Piece[]): Truth {
  const whole = SymbolicText.of(...pieces.map(({ text }) => text));
  if (whole.known === '*') {
    return TRUE;
  }
  const inComponents = arn.matches(arnPattern(pieces, false));
  if (whole.parts.some((part) => isUnknown(part) && mayHoldColon(part))) {
    const fact = `where the components of ${whole} end`;
    return agree(fact, inComponents, arn.matches(arnPattern(pieces, true)));
  }
  return knownColons(whole) >= COLONS
    ? inComponents
    : agree(`how AWS reads the incomplete ARN ${whole}`, inComponents, arn.matches(globOf(pieces)));
}

/**
 * Whether a resource matches. A `*` at the end of a component goes beyond it; of others, AWS does not
 * document whether they do.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchResource(resource: SymbolicText, pieces: readonly Piece[]): Truth {
  const loose = resource.matches(globOf(pieces));
  if (knownColons(resource) <= COLONS) {
    return loose;
  }
  const fact = `whether a wildcard within a component of an ARN takes colons`;
  return agree(fact, loose, resource.matches(resourcePattern(pieces)));
}

interface Token {
  readonly token: string | Unknown;
  readonly wildcard: boolean;
}

function tokens(pieces: readonly Piece[]): Token[] {
  return pieces
    .flatMap(({ text, literal }) =>
      SymbolicText.of(text).parts.flatMap((part): Token | Token[] =>
        isUnknown(part)
          ? { token: part, wildcard: false }
          : part
              .split(/([:*?])/u)
              .map((token) => ({ token, wildcard: !literal && (token === '*' || token === '?') })),
      ),
    )
    .filter(({ token }) => token !== '');
}

function arnPattern(pieces: readonly Piece[], symbolsEndComponents: boolean): TextPattern {
  let colons = 0;
  return TextPattern.of(
    ...tokens(pieces).map(({ token, wildcard }) => {
      if (isUnknown(token)) {
        colons += symbolsEndComponents && mayHoldColon(token) ? COLONS : 0;
        return token;
      }
      colons += token === ':' ? 1 : 0;
      return wildcard ? asWildcard(token, colons < COLONS) : token;
    }),
  );
}

function resourcePattern(pieces: readonly Piece[]): TextPattern {
  const all = tokens(pieces);
  return TextPattern.of(
    ...all.map(({ token, wildcard }, at) => {
      const next = all[at + 1]?.token;
      const last = token === '*' && (next === undefined || next === ':');
      return wildcard && !isUnknown(token) ? asWildcard(token, !last) : token;
    }),
  );
}

function asWildcard(token: string, withinComponent: boolean): Wildcard {
  const wildcard = token === '?' ? '?' : '*';
  return withinComponent ? { wildcard, except: ':' } : { wildcard };
}

function mayHoldColon(symbol: Unknown): boolean {
  return SymbolicText.of(symbol).matches('*:*').value !== false;
}

function knownColons({ parts }: SymbolicText): number {
  return (
    parts
      .filter((part) => typeof part === 'string')
      .join('')
      .split(':').length - 1
  );
}
