import * as fc from 'fast-check';
import { SymbolicText, type Text, TextPattern, type Unknown } from './index';

const words = (alphabet: string, longest: number): string[] =>
  longest === 0
    ? ['']
    : [
        '',
        ...[...alphabet].flatMap((char) => words(alphabet, longest - 1).map((rest) => char + rest)),
      ];

interface Case {
  readonly text: readonly (string | Unknown)[];
  readonly pattern: readonly (string | Unknown)[];
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Every choice of a value for each symbol. */
function* choices({ values }: Case): Generator<ReadonlyMap<string, string>> {
  const names = [...values.keys()];
  const total = names.reduce((count, name) => count * (values.get(name)?.length ?? 1), 1);
  for (let index = 0; index < total; index += 1) {
    let rest = index;
    yield new Map(
      names.map((name) => {
        const all = values.get(name) ?? [];
        const value = all[rest % all.length] ?? '';
        rest = Math.floor(rest / all.length);
        return [name, value];
      }),
    );
  }
}

/** The same by regular expressions, once every symbol has a value. */
function naiveOutcomes(each: Case, ignoreCase = false): ReadonlySet<boolean> {
  const known = (parts: Case['text'], chosen: ReadonlyMap<string, string>) =>
    parts
      .map((part) => (typeof part === 'string' ? part : (chosen.get(part.unknown) ?? '')))
      .join('');
  const outcomes = new Set<boolean>();
  for (const chosen of choices(each)) {
    const source = known(each.pattern, chosen).replaceAll('*', '.*').replaceAll('?', '.');
    const glob = new RegExp(`^${source}$`, ignoreCase ? 'isu' : 'su');
    outcomes.add(glob.test(known(each.text, chosen)));
  }
  return outcomes;
}

function cases(
  pieces: readonly string[],
  symbols: readonly [Unknown, readonly string[]][],
  inPattern: boolean,
) {
  const all = symbols.map(([symbol]) => symbol);
  const part = fc.constantFrom<string | Unknown>(...pieces, ...all);
  const patternPart = inPattern
    ? fc.oneof(part, fc.constantFrom('*', '?'))
    : fc.constantFrom(...pieces, '*');
  return fc.record({
    text: fc.array(part, { maxLength: 4 }),
    pattern: fc.array(patternPart, { maxLength: 4 }),
    values: fc.constant(
      new Map(symbols.map(([{ unknown }, values]) => [unknown, values] as const)),
    ),
  });
}

function check({ text, pattern }: Case, ignoreCase = false) {
  return SymbolicText.of(...text).matches(SymbolicText.of(...pattern), { ignoreCase }).value;
}

describe('SymbolicText, held against every value of its symbols', () => {
  const X = { unknown: 'x' };
  const Y = { unknown: 'y' };
  const SHAPED: Unknown = { unknown: 's', shape: /^a[bc]+$/ };
  const FIXED: Unknown = { unknown: 'f', shape: /^[ab]{2}$/ };

  it.each([false, true])('is true or false only if all agree, ignoring case: %s', (ignoreCase) => {
    const universe = cases(
      ['a', 'b', 'A', 'ab'],
      [
        [X, [...words('ab', 2), '*', '?a']],
        [Y, words('aB', 1)],
        [SHAPED, ['ab', 'ac', 'abc', 'acb']],
        [FIXED, ['aa', 'ab', 'ba', 'bb']],
      ],
      true,
    );
    fc.assert(
      fc.property(universe, (each) => {
        const found = check(each, ignoreCase);
        fc.pre(found !== 'unknown');
        expect([...naiveOutcomes(each, ignoreCase)]).toEqual([found]);
      }),
      { numRuns: 700 },
    );
  });

  it('is unknown only if both occur, for symbols that may be anything and patterns without "?"', () => {
    const universe = cases(['a', 'b'], [[X, words('abz', 4)]], false);
    fc.assert(
      fc.property(universe, (each) => {
        fc.pre(each.text.filter((part) => typeof part !== 'string').length <= 1);
        const outcomes = naiveOutcomes(each);
        const [only] = outcomes;
        expect(check(each)).toBe(outcomes.size === 1 ? only : 'unknown');
      }),
      { numRuns: 700 },
    );
  });

  it('decides known texts as a regular expression does', () => {
    const char = fc.constantFrom('a', 'b', '*', '?', ':', 'é', '\n', '😀');
    fc.assert(
      fc.property(fc.string({ unit: char }), fc.string({ unit: char }), (text, pattern) => {
        const each = { text: [text], pattern: [pattern], values: new Map() };
        expect([...naiveOutcomes(each)]).toEqual([check(each)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('decides many wildcards quickly enough to be asked often', () => {
    const text = 'a'.repeat(300);

    expect(SymbolicText.of(text).matches('*a'.repeat(60)).value).toBe(true);
    expect(SymbolicText.of(text).matches(`${'*a'.repeat(60)}b`).value).toBe(false);
  });

  it('gives the same whatever symbols are called', () => {
    const rename = (parts: readonly (string | Unknown)[]): Text[] =>
      parts.map((part) =>
        typeof part === 'string' ? part : { ...part, unknown: `z.${part.unknown}` },
      );
    fc.assert(
      fc.property(
        cases(
          ['a', 'b'],
          [
            [X, []],
            [Y, []],
            [SHAPED, []],
          ],
          true,
        ),
        ({ text, pattern, values }) => {
          const renamed = SymbolicText.of(...rename(text)).matches(
            TextPattern.glob(SymbolicText.of(...rename(pattern))),
          );
          expect(renamed.value).toBe(check({ text, pattern, values }));
        },
      ),
    );
  });
});

describe('shapes', () => {
  it.each<[RegExp, readonly string[], readonly string[]]>([
    [/^vpce-[0-9a-f]{17}$/, ['vpce-0123456789abcdef0'], ['vpce-0', 'vpc-0123456789abcdef01']],
    [/^\d{12}$/, ['123456789012'], ['12345678901', '12345678901x']],
    [/^a\.b$/, ['a.b'], ['axb']],
    [/^[^:/]+$/, ['abc'], ['a:c', '']],
    [/^[\w.-]{2,}$/, ['a.', 'a-b'], ['a', 'a:']],
    [/^ab?c*$/, ['a', 'abc', 'acc'], ['b']],
    [/^(?:a|b)$/, ['a', 'anything'], []],
    [/a/, ['anything'], []],
    [/^a$/i, ['anything'], []],
    [/^\p{L}$/u, ['anything'], []],
  ])('%s may be what fits', (shape, fitting, others) => {
    const may = (value: string) => SymbolicText.of({ unknown: 'x', shape }).equals(value).value;

    expect(fitting.map(may)).not.toContain(false);
    expect(others.map(may)).toEqual(others.map(() => false));
  });
});
