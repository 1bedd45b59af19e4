import * as fc from 'fast-check';
import { evaluate, possibleOutcomes } from '../test/symbolic-case';
import { type Case, KINDS, knownUniverse, SYMBOLS, universe } from '../test/universe';

/** What AWS does not document, so that no value decides it. */
const UNSETTLED = /^(?:how|whether|which) /u;

describe('evaluateAccess, held against every value of what is unknown', () => {
  it('allows or denies only if all agree', () => {
    const seen = { ALLOW: 0, DENY: 0, UNKNOWN: 0 };
    const kinds = new Set<string>();
    fc.assert(
      fc.property(universe, (each) => {
        const decision = evaluate(each);
        seen[decision.outcome] += 1;
        for (const kind of KINDS.filter((name) => each.policies[name] !== undefined)) {
          kinds.add(kind);
        }
        if (decision.outcome !== 'UNKNOWN') {
          expect([...possibleOutcomes(each)]).toEqual([decision.outcome]);
        }
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
    expect([...kinds].sort()).toEqual([...KINDS].sort());
  });

  it('decides when all is known', () => {
    fc.assert(
      fc.property(knownUniverse, (each) => {
        const decision = evaluate(each);
        if (decision.outcome === 'UNKNOWN') {
          expect(decision.missing.filter((fact) => !UNSETTLED.test(fact))).toEqual([]);
        } else {
          expect([...possibleOutcomes(each)]).toEqual([decision.outcome]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is unknown only if both occur, where each unknown is asked for once', () => {
    let unknown = 0;
    fc.assert(
      fc.property(universe, (each) => {
        fc.pre(asksOnce(each));
        const decision = evaluate(each);
        if (
          decision.outcome === 'UNKNOWN' &&
          !decision.missing.some((fact) => UNSETTLED.test(fact))
        ) {
          unknown += 1;
          expect([...possibleOutcomes(each)].sort()).toEqual(['ALLOW', 'DENY']);
        }
      }),
      { numRuns: 2000 },
    );
    expect(unknown).toBeGreaterThan(10);
  });
});

/** Whether no symbol occurs twice or meets several values, and no key that is not known is asked twice. */
function asksOnce({ keys, ...rest }: Case): boolean {
  const texts = [JSON.stringify(rest.policies), JSON.stringify(keys)];
  const occurrences = (text: string, wanted: string) => text.split(wanted).length - 1;
  return (
    !/"unknown"/u.test(JSON.stringify(rest.resource)) &&
    Object.values(keys).every((value) => typeof value === 'string' || value.length === 1) &&
    SYMBOLS.every((name) => occurrences(texts.join(), `{"unknown":"${name}"}`) <= 1) &&
    Object.entries(keys).every(
      ([name, value]) =>
        !/unknown|open/u.test(JSON.stringify(value)) ||
        occurrences(texts[0] ?? '', `"${name}"`) <= 1,
    )
  );
}
