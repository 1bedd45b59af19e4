import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const APP = join(__dirname, '..');

describe('the README', () => {
  const readme = readFileSync(join(APP, 'README.md'), 'utf8');
  const namesOf = (schema: object) =>
    Object.keys((schema as { readonly properties: object }).properties);
  const schemaOf = (name: string) =>
    JSON.parse(readFileSync(join(APP, 'schemas', `${name}.json`), 'utf8'));

  it('has every variable of the environment, and every field of CREDENTIALS', () => {
    const [, section = ''] = readme.split('\n## Environment\n');
    const [own = ''] = section.split('\n## ');
    const names = [...own.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name);

    expect(names).toEqual([
      ...namesOf(schemaOf('environment')),
      ...namesOf(schemaOf('credentials').additionalProperties),
    ]);
  });
});
