import fc from 'fast-check';
import { captured } from '../test/captured';
import { decoded } from '../test/decoded';

const encodings: Readonly<Record<string, (canary: string) => string>> = {
  raw: (canary) => canary,
  json: (canary) => JSON.stringify({ body: JSON.stringify({ canary }) }),
  url: (canary) => `https://h/?q=${encodeURIComponent(canary)}`,
  urlLower: (canary) => encodeURIComponent(canary).replace(/%../g, (byte) => byte.toLowerCase()),
  href: (canary) => new URL(`https://h/?${new URLSearchParams({ canary })}`).href,
  form: (canary) => new URLSearchParams({ grant: 'a b', canary }).toString(),
  basic: (canary) => `Basic ${Buffer.from(`client:${canary}`).toString('base64')}`,
  formBasic: (canary) =>
    `Basic ${Buffer.from(`id:${new URLSearchParams({ '': canary }).toString().slice(1)}`).toString('base64')}`,
  base64url: (canary) => Buffer.from(`{"a":"${canary}"}`).toString('base64url'),
  jsonBase64: (canary) => Buffer.from(JSON.stringify([canary])).toString('base64'),
  base64InUrl: (canary) => encodeURIComponent(Buffer.from(canary).toString('base64')),
  hex: (canary) => Buffer.from(canary).toString('hex'),
  hexUpper: (canary) => Buffer.from(canary).toString('hex').toUpperCase(),
  hexMixed: (canary) =>
    Buffer.from(canary)
      .toString('hex')
      .replace(/[a-f]./g, (pair) => pair.toUpperCase()),
};

const around: fc.Arbitrary<string> = fc.string({ maxLength: 5 });
const canaries = fc
  .oneof(
    fc.string({ minLength: 8, maxLength: 40 }),
    fc.string({ minLength: 8, maxLength: 20, unit: 'grapheme' }),
    fc.base64String({ minLength: 8, maxLength: 60 }),
  )
  .filter((canary) => !/^[\s0-9]*$/.test(canary));

/** A value of any shape with `leaf` somewhere in it. */
function planted(leaf: string): fc.Arbitrary<unknown> {
  return fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(leaf, new String(leaf), Symbol(leaf), Buffer.from(leaf)),
      tie('tree').chain((tree) =>
        fc.constantFrom(
          [1, tree],
          { text: 'x', tree },
          { [leaf]: tree },
          new Map([[leaf, tree]]),
          new Set([tree]),
          { toJSON: () => tree },
          new Error(leaf, { cause: tree }),
          new AggregateError([tree], 'many'),
          Object.assign(new Error('x'), { tree, name: leaf }),
        ),
      ),
      fc.anything().map((thing) => ({ thing, leaf })),
    ),
  })).tree;
}

describe('Logger with a canary', () => {
  it('writes it in no encoding, wherever it was planted', () => {
    const cases = fc
      .record({
        canary: canaries,
        encode: fc.constantFrom(...Object.values(encodings)),
        before: around,
        after: around,
      })
      .chain(({ canary, encode, before, after }) => {
        const leaf = `${before}${encode(canary)}${after}`;
        return fc.record({
          canary: fc.constant(canary),
          leaf: fc.constant(leaf),
          value: planted(leaf),
        });
      });

    fc.assert(
      fc.property(cases, ({ canary, leaf, value }) => {
        const { logger, redactor, written } = captured();
        redactor.register(canary);

        const child = logger.child({ id: leaf, value });
        child.error(leaf, { value });
        child.warn('as fields', value as object);
        child.metric(leaf, 1, 'Count', { [leaf]: leaf });

        expect(written).toHaveLength(3);
        for (const line of written)
          expect(decoded(line).filter((text) => text.includes(canary))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
