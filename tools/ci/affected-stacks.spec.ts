import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScript, workspaceRoot } from '../test/run-script';

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

const every = globSync('stacks/*/package.json', { cwd: workspaceRoot })
  .map((file) => JSON.parse(readFileSync(join(workspaceRoot, file), 'utf8')).nx.name as string)
  .sort();

function affectedStacks(args: readonly string[], env?: NodeJS.ProcessEnv) {
  const { exitCode, stdout, stderr } = runScript('affected-stacks.mjs', args, env);
  return { exitCode, stderr, stacks: exitCode === 0 ? (JSON.parse(stdout) as string[]) : [] };
}

describe('affected-stacks', () => {
  it('has none when nothing was committed', () => {
    const range = { NX_BASE: 'HEAD', NX_HEAD: 'HEAD' };

    expect(affectedStacks([], range)).toMatchObject({ exitCode: 0, stacks: [] });
  });

  it('has every stack on the first run, which starts from the empty tree', () => {
    const range = { NX_BASE: EMPTY_TREE, NX_HEAD: 'HEAD' };

    expect(affectedStacks([], range).stacks.sort()).toEqual(every);
  });

  it('has what is asked for, affected or not', () => {
    const range = { NX_BASE: 'HEAD', NX_HEAD: 'HEAD' };

    expect(affectedStacks(['--select', 'all'], range).stacks.sort()).toEqual(every);
    expect(affectedStacks(['--select', every[0] ?? ''], range).stacks).toEqual([every[0]]);
  });

  it('fails on a stack there is not, naming those there are', () => {
    const { exitCode, stderr } = affectedStacks(['--select', '$(whoami)']);

    expect(exitCode).toBe(2);
    expect(stderr).toContain('there is no stack "$(whoami)": choose affected, all or ');
    expect(stderr).toContain(every[0]);
  });

  it('explains itself', () => {
    expect(runScript('affected-stacks.mjs', ['--help'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('exit codes: 0 printed, 2 could not run'),
    });
  });
});
