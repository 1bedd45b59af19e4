import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const HCL = join(__dirname, '..', 'test', 'hcl');

/** The digests of the HCL as it is; jest does not import ES modules. */
function digestsOfHcl(): unknown {
  const script = `import { CASES, digestOf } from './cases.mjs';
    console.log(JSON.stringify(Object.fromEntries(Object.keys(CASES).map((name) => [name, digestOf(name)]))));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: HCL,
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
}

it('has plans that were made of the HCL beside them; if not: node test/hcl/make.mjs', () => {
  expect(JSON.parse(readFileSync(join(HCL, 'digests.json'), 'utf8'))).toEqual(digestsOfHcl());
});
