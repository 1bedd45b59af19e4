#!/usr/bin/env node
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { CommandError, runCommand } from '../private/command.mjs';

const help = `usage: node tools/schemas/compile-schemas.mjs <folder of a project>

Compiles the JSON Schemas (2020-12) in schemas/ to functions in src/generated/validators.js, which
needs nothing else: where they run, neither is a schema compiled nor ajv installed. Each is called after its file:
schemas/responses/order.json is validators['responses/order'].

  -h, --help         print this

exit codes: 0 compiled, 2 could not run`;

await runCommand({
  help,
  options: {},
  positionals: 1,
  run: async (_options, project = '') => {
    const schemas = globSync('schemas/**/*.json', { cwd: project }).sort();
    if (schemas.length === 0) {
      throw new CommandError(`${project} has no schemas/**/*.json`);
    }
    const names = schemas.map((file) => file.slice('schemas/'.length, -'.json'.length));
    const ajv = new Ajv2020({
      allErrors: true,
      allowUnionTypes: true,
      code: { source: true, lines: true },
    });
    for (const name of names) {
      add(ajv, name, join(project, 'schemas', `${name}.json`));
    }
    const ids = Object.fromEntries(names.map((name) => [name, name]));
    const generated = join(project, 'src', 'generated');
    mkdirSync(generated, { recursive: true });
    const code = await withoutImports(standaloneCode.default(ajv, ids));
    writeFileSync(join(generated, 'validators.js'), code);
    writeFileSync(join(generated, 'validators.d.ts'), declaration(names));
    console.log(`${generated}/validators.js: ${names.join(', ')}`);
  },
});

/**
 * @param {Ajv2020} ajv
 * @param {string} name
 * @param {string} file
 */
function add(ajv, name, file) {
  try {
    ajv.addSchema(JSON.parse(readFileSync(file, 'utf8')), name);
    ajv.getSchema(name);
  } catch (error) {
    throw new CommandError(`${file}: ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * With what it takes of ajv's own functions, such as the length of a text in characters.
 *
 * @param {string} contents
 */
async function withoutImports(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

/** @param {readonly string[]} names */
function declaration(names) {
  return `interface Validator {
  (value: unknown): value is unknown;
  errors?:
    | readonly {
        readonly keyword: string;
        readonly instancePath: string;
        readonly schemaPath: string;
        readonly params: Readonly<Record<string, unknown>>;
        readonly message?: string;
      }[]
    | null;
}

declare const validators: {
${names.map((name) => `  readonly '${name}': Validator;\n`).join('')}};
export = validators;
`;
}
