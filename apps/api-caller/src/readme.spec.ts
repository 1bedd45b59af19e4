import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metrics } from './metrics';

const APP = join(__dirname, '..');
const readme = readFileSync(join(APP, 'README.md'), 'utf8');

/** The names in the first column of the table below a heading. */
function namesBelow(heading: string): string[] {
  const [, section = ''] = readme.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name);
}

describe('the README', () => {
  it('has every metric', () => {
    expect(namesBelow('Logs and metrics')).toEqual(Object.values(metrics));
  });

  it('has every variable of the environment', () => {
    const schema = JSON.parse(readFileSync(join(APP, 'schemas/environment.json'), 'utf8'));

    expect(namesBelow('Environment')).toEqual(Object.keys(schema.properties));
  });
});
