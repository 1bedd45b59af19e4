import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { everythingIn } from '../test/everything';
import { renamed, renamedText, reordered } from '../test/renamed';
import { DocumentError, parseDocument, ResourceGraph } from './index';
import type { Json, JsonObject } from './json';

const PLANS = ['modules/plan.json', 'choices/plan.json', 'changes/plan.json'].map(
  (file) =>
    JSON.parse(readFileSync(join(__dirname, '..', 'test', 'hcl', file), 'utf8')) as JsonObject,
);
const plans = fc.constantFrom(...PLANS);

function graphOf(json: unknown): ResourceGraph {
  return ResourceGraph.of([parseDocument(json, { name: 'plan' })]);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

describe('ResourceGraph', () => {
  it('says the same under other names', () => {
    fc.assert(
      fc.property(plans, fc.string(), (plan, salt) => {
        const newName = (name: string) => `n${digest(salt + name)}`;
        const before = JSON.stringify(everythingIn(graphOf(plan)));
        const after = JSON.stringify(everythingIn(graphOf(renamed(plan, newName))));

        expect(JSON.parse(inOrder(after))).toEqual(
          JSON.parse(inOrder(renamedText(before, newName))),
        );
      }),
      { numRuns: 15 },
    );
  });

  it('says the same in another order', () => {
    fc.assert(
      fc.property(plans, fc.string(), (plan, salt) => {
        const shuffled = reordered(plan, (text) => digest(salt + text));

        expect(everythingIn(graphOf(shuffled))).toEqual(everythingIn(graphOf(plan)));
      }),
      { numRuns: 15 },
    );
  });

  it('makes a graph or an error of its own of any JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), mutated()), (json) => {
        const graph = attempt(json);

        expect(graph instanceof DocumentError || everythingIn(graph)).toBeTruthy();
      }),
      { numRuns: 400 },
    );
  });
});

/** Candidates are shown in the order of their names. */
function inOrder(text: string): string {
  return text.replaceAll(
    /: (?<list>(?:\$\{[^{}]*\}|[^{}"|])+(?: \| (?:\$\{[^{}]*\}|[^{}"|])+)+)\}/g,
    (_, list: string) => `: ${list.split(' | ').sort().join(' | ')}}`,
  );
}

function attempt(json: unknown): ResourceGraph | DocumentError {
  try {
    return graphOf(json);
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
}

/** A plan of which one value, however deep, is something else, or of elsewhere in the plan. */
function mutated(): fc.Arbitrary<unknown> {
  return plans.chain((plan) => {
    const places = pathsIn(plan);
    return fc
      .tuple(
        fc.constantFrom(...places),
        fc.oneof(
          fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
          fc.constantFrom(...places).map((path) => valueAt(plan, path)),
          fc.constantFrom<Json>(true, { references: ['module.network.vpc_id'] }, ['__proto__']),
        ),
      )
      .map(([path, value]) => replaced(plan, path, value));
  });
}

type Keys = readonly string[];

function pathsIn(value: Json, path: Keys = []): Keys[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner as Json, [...path, key])),
  ];
}

function valueAt(value: Json, path: Keys): Json {
  return path.reduce<Json>((inner, key) => (inner as JsonObject)[key] ?? null, value);
}

function replaced(value: Json, [key, ...rest]: Keys, replacement: Json): Json {
  if (key === undefined) return replacement;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as JsonObject) }) as Record<
    string,
    Json
  >;
  copy[key] = replaced(copy[key] ?? null, rest, replacement);
  return copy;
}
