import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { mutated, shuffled, spliced } from '../test/arbitraries';
import { INDEPENDENT_MISTAKES } from '../test/independent-mistakes';
import { mistakesIn } from '../test/mistakes-in';
import { README_ESTATE } from '../test/readme-estate';
import { parseEstate } from './index';
import { mergePatch } from './private/merge-patch';

const VALID: unknown = parse(README_ESTATE);
const FILE = { file: 'production.yaml' };

const yamlTokens = fc
  .array(fc.constantFrom(...'\n\t :-?,[]{}&*!|>%@#\'"~1', '---', '<<', '!!', '\r\n', '10.0.0.0/8'))
  .map((tokens) => tokens.join(''));

describe('parseEstate', () => {
  it.each([
    ['text', fc.string({ unit: 'binary' })],
    ['tokens of YAML', yamlTokens],
    ['YAML', fc.object({ withNullPrototype: true }).map((value) => stringify(value))],
    ['JSON', fc.json()],
    ['a valid estate with other values', mutated(VALID).map((value) => stringify(value) ?? '')],
    ['a valid estate with other text', spliced(README_ESTATE, yamlTokens)],
  ])('makes an estate or mistakes of %s', (_title, texts: fc.Arbitrary<string>) => {
    fc.assert(
      fc.property(texts, (text) => {
        const mistakes = mistakesIn(text);

        expect(mistakes.length > 0 || parseEstate(text, FILE).accounts).toBeTruthy();
      }),
      { numRuns: 300 },
    );
  });

  it('makes the same estate of it whatever the order of its keys', () => {
    const estate = parseEstate(README_ESTATE, FILE);

    fc.assert(
      fc.property(shuffled(VALID), (value) => {
        expect(parseEstate(stringify(value), FILE)).toEqual(estate);
      }),
    );
  });

  it('names every mistake that is there, and none that is not', () => {
    fc.assert(
      fc.property(fc.subarray([...INDEPENDENT_MISTAKES]), (planted) => {
        const wrong = planted.reduce((estate, [, patch]) => mergePatch(estate, patch), VALID);
        const found = mistakesIn(stringify(wrong)).map(({ path }) => path);

        expect(found.sort()).toEqual(planted.map(([path]) => path).sort());
      }),
    );
  });
});
