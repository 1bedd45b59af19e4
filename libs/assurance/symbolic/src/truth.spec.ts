import * as fc from 'fast-check';
import { and, FALSE, missingFacts, not, or, TRUE, type Truth, unknownFor } from './index';

const truth = fc.oneof(
  fc.constant(TRUE),
  fc.constant(FALSE),
  fc.subarray(['a', 'b', 'c'], { minLength: 1 }).map((facts) => unknownFor(...facts)),
);
const truths = fc.array(truth, { maxLength: 4 });

describe('three-valued logic', () => {
  it.each<[Truth, Truth, Truth, Truth]>([
    [TRUE, TRUE, TRUE, TRUE],
    [TRUE, FALSE, FALSE, TRUE],
    [FALSE, FALSE, FALSE, FALSE],
    [TRUE, unknownFor('a'), unknownFor('a'), TRUE],
    [FALSE, unknownFor('a'), FALSE, unknownFor('a')],
    [unknownFor('b'), unknownFor('a', 'b'), unknownFor('a', 'b'), unknownFor('a', 'b')],
  ])('of %j and %j: and %j, or %j', (one, other, both, either) => {
    expect([and(one, other), and(other, one)]).toEqual([both, both]);
    expect([or(one, other), or(other, one)]).toEqual([either, either]);
  });

  it('is true of all of nothing, false of any of nothing', () => {
    expect([and(), or()]).toEqual([TRUE, FALSE]);
  });

  it('keeps missing facts where they matter, sorted, each once', () => {
    expect(missingFacts(and(unknownFor('b', 'a'), unknownFor('a')))).toEqual(['a', 'b']);
    expect(missingFacts(and(unknownFor('b'), FALSE))).toEqual([]);
  });

  it("keeps de Morgan's laws", () => {
    fc.assert(
      fc.property(truths, (all) => {
        expect(not(and(...all))).toEqual(or(...all.map(not)));
      }),
    );
  });
});
