import { ANY, type CharSet, noneOf, oneOf } from './char-set';
import type { Step } from './step';

const DIGITS = range('0', '9');
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  d: DIGITS,
  w: [...DIGITS, ...range('a', 'z'), ...range('A', 'Z'), '_'],
};
const TOKEN =
  /\[(?<negated>\^?)(?<class>(?:\\.|[^\]\\])+)\]|\\(?<escape>.)|(?<dot>\.)|(?<literal>[^\\[\](){}|^$*+?])/uy;
const QUANTIFIER = /(?<sign>[*+?])|\{(?<least>\d+)(?<most>,\d*)?\}/uy;
const LONGEST = 256;

/** The steps of a regular expression that is a plain sequence; `undefined` for any other. */
export function shapeSteps(shape: RegExp): Step[] | undefined {
  const source = /^\^(?<body>.*)\$$/su.exec(shape.source)?.groups?.['body'];
  if (source === undefined || shape.flags.replace('u', '') !== '') {
    return undefined;
  }
  const steps: Step[] = [];
  let at = 0;
  while (at < source.length) {
    const token = matchAt(TOKEN, source, at);
    const set = token && charSet(token.groups ?? {});
    if (token === undefined || set === undefined) {
      return undefined;
    }
    at += token[0].length;
    const quantifier = matchAt(QUANTIFIER, source, at);
    at += quantifier?.[0].length ?? 0;
    steps.push(...repeated(set, quantifier?.groups));
    if (steps.length > LONGEST) {
      return undefined;
    }
  }
  return steps;
}

function repeated(set: CharSet, quantifier?: Readonly<Record<string, string | undefined>>): Step[] {
  const sign = quantifier?.['sign'];
  const least =
    quantifier?.['least'] === undefined
      ? Number(sign === undefined || sign === '+')
      : Math.min(Number(quantifier['least']), LONGEST + 1);
  const open = sign !== undefined || quantifier?.['most'] !== undefined;
  const once: Step = { set, loop: false };
  return [...Array<Step>(least).fill(once), ...(open ? [{ set, loop: true }] : [])];
}

function charSet(token: Readonly<Record<string, string | undefined>>): CharSet | undefined {
  if (token['dot'] !== undefined) {
    return ANY;
  }
  if (token['class'] !== undefined) {
    const chars = classChars(token['class']);
    return chars && (token['negated'] === '^' ? noneOf(chars) : oneOf(chars));
  }
  const chars =
    token['literal'] === undefined ? escaped(token['escape'] ?? '') : [token['literal']];
  return chars && oneOf(chars);
}

function classChars(body: string): string[] | undefined {
  const parts = [...body.matchAll(/(?:\\(?<escape>.)|(?<from>.)-(?<to>[^\\])|(?<char>.))/gsu)].map(
    ({ groups: { escape, from, to, char } = {} }) =>
      escape !== undefined
        ? escaped(escape)
        : from !== undefined && to !== undefined
          ? range(from, to)
          : [char ?? ''],
  );
  return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

function escaped(char: string): readonly string[] | undefined {
  return CLASSES[char] ?? (/[a-z0-9]/iu.test(char) ? undefined : [char]);
}

function range(from: string, to: string): string[] {
  const start = from.codePointAt(0) ?? 0;
  const length = Math.max(0, (to.codePointAt(0) ?? 0) - start + 1);
  return Array.from({ length }, (_, index) => String.fromCodePoint(start + index));
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
