import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readmeTypeErrors } from './index';

describe('readmeTypeErrors', () => {
  const directory = mkdtempSync(join(tmpdir(), 'culvert-readme-'));
  const readme = join(directory, 'README.md');
  mkdirSync(join(directory, 'src'));
  writeFileSync(
    join(directory, 'tsconfig.lib.json'),
    '{"compilerOptions": {"strict": true, "types": []}}',
  );
  afterAll(() => rmSync(directory, { recursive: true }));

  it('names the line and the error of an example that does not compile', () => {
    writeFileSync(readme, '# x\n\n```ts\nconst a = 1;\nconst b: string = a;\n```\n');

    expect(readmeTypeErrors(readme)).toEqual([
      "line 2: Type 'number' is not assignable to type 'string'.",
    ]);
  });

  it('finds nothing wrong with an example that compiles', () => {
    writeFileSync(readme, '```ts\nexport const a: number = 1;\n```\n');

    expect(readmeTypeErrors(readme)).toEqual([]);
  });

  it('fails when there is no example', () => {
    writeFileSync(readme, '# x\n');

    expect(() => readmeTypeErrors(readme)).toThrow('has no example');
  });
});
