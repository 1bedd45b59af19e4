import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { sixStacks } from '../test/fixtures/six-stacks';
import { hostile, reportOf } from '../test/hostile';
import { shapeOfType } from '../test/shape-of-types';
import schema from '../schema/report.schema.json';
import { formatJson } from './json';

const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);

describe('formatJson', () => {
  it('writes what the schema describes, and reads back as the same report', () => {
    const json: unknown = JSON.parse(formatJson(sixStacks));

    expect(json).toEqual(sixStacks);
    expect([validate(json), validate.errors]).toEqual([true, null]);
  });

  it('keeps every text as it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(JSON.parse(formatJson(reportOf(text)))).toEqual(reportOf(text));
      }),
    );
  });

  it.each([
    ['a verdict that is none', { flows: [{ ...sixStacks.flows[0], verdict: 'MAYBE' }] }],
    ['a field that is invented', { passed: true }],
    ['a version of another format', { version: 2 }],
  ])('has a schema that refuses %s', (_title, change) => {
    expect(validate({ ...sixStacks, ...change })).toBe(false);
  });
});

describe('report.schema.json', () => {
  it('agrees with the types', () => {
    const types = shapeOfType(join(__dirname, 'report.ts'), 'Report');

    expect(withoutWords(schema)).toEqual(types);
  });

  it('describes everything', () => {
    expect(undescribed(schema)).toEqual([]);
  });
});

function withoutWords(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutWords);
  if (typeof node !== 'object' || node === null) return node;
  const words = ['$schema', 'title', 'description'];
  const isSchema = 'description' in node && typeof node.description === 'string';
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !isSchema || !words.includes(key))
      .map(([key, value]) => [key, withoutWords(value)]),
  );
}

/** The names of what has no description: of properties and of definitions. */
function undescribed(node: object): string[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null) return [];
    const described = key === 'properties' || key === '$defs' ? Object.entries(value) : [];
    return [
      ...described.filter(([, { description = '' }]) => description === '').map(([name]) => name),
      ...undescribed(value),
    ];
  });
}
