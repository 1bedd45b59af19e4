import Ajv from 'ajv';
import { schemaProblems } from './index';

const validate = new Ajv({ allErrors: true }).compile({
  type: 'object',
  required: ['name', 'kind'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', pattern: '^[a-z]+$' },
    kind: { enum: ['small', 'large'] },
    size: { type: 'object', required: ['width'], properties: { width: { type: 'number' } } },
    depth: { type: 'number' },
  },
  if: { properties: { kind: { const: 'small' } }, required: ['kind'] },
  then: { properties: { depth: false } },
});

function problems(value: unknown): string {
  validate(value);
  return schemaProblems(validate.errors);
}

describe('schemaProblems', () => {
  it.each([
    [{}, 'name is missing; kind is missing'],
    [{ name: 'canary 1', kind: 'large' }, 'name must match pattern "^[a-z]+$"'],
    [{ name: 'a', kind: 'canary' }, 'kind must be one of small, large'],
    [{ name: 'a', kind: 'large', size: {} }, 'size/width is missing'],
    [{ name: 'a', kind: 'large', size: { width: 'canary' } }, 'size/width must be number'],
    [{ name: 'a', kind: 'large', colour: 'canary' }, 'colour is not known'],
    [{ name: 'a', kind: 'small', depth: 7 }, 'depth must be left out'],
    ['canary', 'it must be object'],
  ])('says of %j: %s', (value, said) => {
    expect(problems(value)).toBe(said);
    expect(problems(value)).not.toContain('canary');
  });

  it('says nothing of what is right', () => {
    expect(problems({ name: 'a', kind: 'large' })).toBe('');
  });

  it('says the same only once', () => {
    const error = { keyword: 'type', instancePath: '/a', params: {}, message: 'must be number' };

    expect(schemaProblems([error, error])).toBe('a must be number');
  });
});
