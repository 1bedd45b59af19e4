import fc from 'fast-check';
import { stringify } from 'yaml';
import { mutated, shuffled, spliced } from '../test/arbitraries';
import { CONNECTION_TYPES, estateConnectedBy } from '../test/connections';
import { INDEPENDENT_MISTAKES } from '../test/independent-mistakes';
import { mistakesIn } from '../test/mistakes-in';
import { parseEstate } from './index';
import { mergePatch } from './private/merge-patch';

const FILE = { file: 'production.yaml' };

const connectionTypes = fc.constantFrom(...CONNECTION_TYPES);
const validEstates = connectionTypes.map(estateConnectedBy);

const yamlTokens = fc
  .array(fc.constantFrom(...'\n\t :-?,[]{}&*!|>%@#\'"~1', '---', '<<', '!!', '\r\n', '10.0.0.0/8'))
  .map((tokens) => tokens.join(''));

describe('parseEstate', () => {
  it.each([
    ['text', fc.string({ unit: 'binary' })],
    ['tokens of YAML', yamlTokens],
    ['YAML', fc.object({ withNullPrototype: true }).map((value) => stringify(value))],
    ['JSON', fc.json()],
    [
      'a valid estate with other values',
      validEstates.chain(mutated).map((value) => stringify(value) ?? ''),
    ],
    [
      'a valid estate with other text',
      validEstates.chain((valid) => spliced(stringify(valid), yamlTokens)),
    ],
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
    const reordered = validEstates.chain((valid) => fc.tuple(fc.constant(valid), shuffled(valid)));

    fc.assert(
      fc.property(reordered, ([valid, value]) => {
        expect(parseEstate(stringify(value), FILE)).toEqual(parseEstate(stringify(valid), FILE));
      }),
    );
  });

  it('names every mistake that is there, and none that is not', () => {
    const cases = connectionTypes.chain((type) =>
      fc.tuple(fc.constant(estateConnectedBy(type)), fc.subarray([...INDEPENDENT_MISTAKES[type]])),
    );

    fc.assert(
      fc.property(cases, ([valid, planted]) => {
        const wrong = planted.reduce((estate, [, patch]) => mergePatch(estate, patch), valid);
        const found = mistakesIn(stringify(wrong)).map(({ path }) => path);

        expect(found.sort()).toEqual(planted.map(([path]) => path).sort());
      }),
    );
  });
});
