import * as fc from 'fast-check';
import { evaluate } from '../test/symbolic-case';
import {
  type Case,
  isNamed,
  KINDS,
  type RawPolicies,
  statement,
  universe,
  type Value,
} from '../test/universe';

const RANK = { DENY: 0, UNKNOWN: 1, ALLOW: 2 };

/** A case, and the same with one statement more somewhere in a policy that it has. */
const widened = (effect: 'Allow' | 'Deny') =>
  fc
    .tuple(universe, fc.constantFrom(...KINDS), statement(true, effect), fc.nat({ max: 3 }))
    .map(([each, kind, { Principal, ...rest }, at]): [Case, Case] => {
      const statements = each.policies[kind];
      const added = isNamed(kind) && Principal !== undefined ? { ...rest, Principal } : rest;
      return [
        each,
        statements === undefined
          ? each
          : {
              ...each,
              policies: {
                ...each.policies,
                [kind]: [...statements.slice(0, at), added, ...statements.slice(at)],
              },
            },
      ];
    });

describe('evaluateAccess', () => {
  it('never allows less for one Allow more', () => {
    fc.assert(
      fc.property(widened('Allow'), ([before, after]) => {
        expect(RANK[evaluate(after).outcome]).toBeGreaterThanOrEqual(
          RANK[evaluate(before).outcome],
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('never allows more for one Deny more', () => {
    fc.assert(
      fc.property(widened('Deny'), ([before, after]) => {
        expect(RANK[evaluate(after).outcome]).toBeLessThanOrEqual(RANK[evaluate(before).outcome]);
      }),
      { numRuns: 3000 },
    );
  });

  it('does not care for the order of statements and of values', () => {
    fc.assert(
      fc.property(universe, (each) => {
        const turned = { ...each, policies: reversed(each.policies) };
        const [one, other] = [evaluate(each), evaluate(turned)];
        expect(other.outcome).toBe(one.outcome);
        expect('missing' in other && other.missing).toEqual('missing' in one && one.missing);
      }),
      { numRuns: 1000 },
    );
  });
});

function reversed(policies: RawPolicies<Value>): RawPolicies<Value> {
  const turn = (json: unknown): unknown => {
    if (Array.isArray(json)) {
      return json.map(turn).reverse();
    }
    return typeof json === 'object' && json !== null
      ? Object.fromEntries(
          Object.entries(json)
            .map(([key, value]) => [key, turn(value)] as const)
            .reverse(),
        )
      : json;
  };
  return turn(policies) as RawPolicies<Value>;
}
