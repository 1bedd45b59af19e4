import { globSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '../test/run-script';
import { casesIn, digestOf, digestsIn } from './private/cases.mjs';

const folders = globSync('libs/*/*/test/hcl', { cwd: workspaceRoot });

describe.each(folders)('%s', (name) => {
  const folder = join(workspaceRoot, name);

  it(`has JSON that was made of the HCL beside it; if not: node tools/plans/make-plans.mjs ${name}`, () => {
    const cases = Object.keys(casesIn(folder));
    expect(digestsIn(folder)).toEqual(
      Object.fromEntries(cases.map((each) => [each, digestOf(folder, each)])),
    );
  });
});
