import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../test/run-script';

interface Validate {
  (value: unknown): boolean;
  errors?: readonly { readonly instancePath: string }[] | null;
}

describe('compile-schemas', () => {
  let project: string;

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'culvert-schemas-'));
  });
  afterEach(() => rmSync(project, { recursive: true, force: true }));

  function compile(schemas: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(schemas)) {
      mkdirSync(join(project, 'schemas', name, '..'), { recursive: true });
      writeFileSync(join(project, 'schemas', name), text);
    }
    return runTool('schemas/compile-schemas.mjs', [project]);
  }

  it('makes a function of each schema, called after its file, that compiles nothing', () => {
    const { exitCode } = compile({
      'input.json': '{ "type": "object", "required": ["id"] }',
      'responses/order.json': '{ "type": "string", "minLength": 2 }',
    });
    const file = join(project, 'src/generated/validators.js');
    const validators = jest.requireActual<Record<string, Validate>>(file);

    expect(exitCode).toBe(0);
    expect(Object.keys(validators).sort()).toEqual(['input', 'responses/order']);
    expect(validators['input']?.({})).toBe(false);
    expect(validators['input']?.errors).toHaveLength(1);
    expect(validators['responses/order']?.('ab')).toBe(true);
    expect(readFileSync(file, 'utf8')).not.toMatch(/new Function|eval\(/);
    expect(readFileSync(join(project, 'src/generated/validators.d.ts'), 'utf8')).toContain(
      "readonly 'responses/order': Validator;",
    );
  });

  it('fails when there is no schema, or one is none, and names it', () => {
    const none = compile({});
    const wrong = compile({ 'order.json': '{ "type": "strnig" }' });
    const broken = compile({ 'order.json': '{' });

    expect(none).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('has no schemas') });
    for (const { exitCode, stderr } of [wrong, broken]) {
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/schemas\/order\.json: ./);
    }
  });
});
