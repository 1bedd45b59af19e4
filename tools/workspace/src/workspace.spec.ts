import { WorkspaceCopy } from '../test/workspace-copy';

const STACK = 'stacks/cross-account-privatelink';

describe('a workspace', () => {
  let workspace: WorkspaceCopy;

  beforeAll(() => {
    workspace = new WorkspaceCopy();
  });
  afterAll(() => workspace.remove());

  it('synthesises every stack through cdktf', () => {
    const { exitCode, output } = workspace.run('cdktf', 'synth');

    expect(output).toContain('cross-account-privatelink');
    expect(exitCode).toBe(0);
    expect(JSON.parse(workspace.read('cdktf.out/manifest.json')).stacks).toHaveProperty(
      'cross-account-privatelink',
    );
  });

  it('takes a second synthesis from the cache, task by task', () => {
    workspace.run('nx', 'run-many', '-t', 'synth');
    const { exitCode, output } = workspace.run('nx', 'run-many', '-t', 'synth');
    const [, cached, all] =
      /from the cache instead of running the command for (\d+) out of (\d+)/.exec(
        output,
      ) as RegExpExecArray;

    expect(exitCode).toBe(0);
    expect(cached).toBe(all);
  });

  it('affects only what depends on the lib that changes', () => {
    workspace.commit();
    workspace.write(
      'libs/constructs/privatelink/src/endpoint-service.ts',
      `${workspace.read('libs/constructs/privatelink/src/endpoint-service.ts')}\n`,
    );

    const { output } = workspace.run(
      'nx',
      'show',
      'projects',
      '--affected',
      '--base=main',
      '--json',
    );

    expect(JSON.parse(output).sort()).toEqual(
      expect.arrayContaining(['cross-account-privatelink', 'private-api', 'privatelink']),
    );
    for (const untouched of ['estate', 'lab', 'load-balancing', 'network', 'policy', 'stack']) {
      expect(JSON.parse(output)).not.toContain(untouched);
    }
  });

  describe('that is broken on purpose', () => {
    const original = () => workspace.read(`${STACK}/src/main.ts`);
    let main: string;

    beforeEach(() => {
      main = original();
    });
    afterEach(() => workspace.write(`${STACK}/src/main.ts`, main));

    it('does not synthesise with a type error, and says where it is', () => {
      workspace.write(`${STACK}/src/main.ts`, `${main}\nexport const wrong: number = 'text';\n`);

      const { exitCode, output } = workspace.run('cdktf', 'synth');

      expect(exitCode).not.toBe(0);
      expect(output).toMatch(/main\.ts.*error TS2322/s);
    });

    it('fails lint when the provider is imported by its index', () => {
      workspace.write(
        `${STACK}/src/main.ts`,
        `import { vpc } from '@cdktf/provider-aws';\n${main}\nexport const all = vpc;\n`,
      );

      const { exitCode, output } = workspace.run('nx', 'lint', 'cross-account-privatelink');

      expect(output).toContain('import @cdktf/provider-aws/lib/<resource>');
      expect(exitCode).toBe(1);
    });

    it('fails lint when a stack imports another stack', () => {
      addStack(
        workspace,
        'other',
        [
          "import '@culvert/cross-account-privatelink';",
          "import '../../cross-account-privatelink/src/cross-account-privatelink';",
        ].join('\n'),
      );

      const { exitCode, output } = workspace.run('nx', 'lint', 'other');

      expect(output).toMatch(/1:1 +error .*@nx\/enforce-module-boundaries/);
      expect(output).toMatch(/2:1 +error .*@nx\/enforce-module-boundaries/);
      expect(exitCode).toBe(1);
    });

    it('names all three of three mistakes in an estate', () => {
      workspace.write(
        'stacks/estates/broken.yaml',
        [
          'extends: lab',
          "accounts: { api: { id: '2222' } }",
          'crossAccountPrivatelink:',
          '  vpcLink: v3',
          '  consumer: { network: { cidr: 10.20.0.0/16 } }',
        ].join('\n'),
      );
      workspace.run('nx', 'build', 'cross-account-privatelink');

      const { exitCode, output } = workspace.run(
        'node',
        `${STACK}/dist/main.js`,
        '--estate',
        'broken',
      );

      expect(output).toContain('/accounts/api/id');
      expect(output).toContain('/crossAccountPrivatelink/vpcLink');
      expect(output).toContain('/crossAccountPrivatelink/consumer/network/cidr');
      expect(output).not.toMatch(/^\s+at /m);
      expect(exitCode).toBe(2);
    });
  });
});

/** A second stack, which depends on the first. */
function addStack(workspace: WorkspaceCopy, name: string, main: string): void {
  for (const file of ['tsconfig.json', 'tsconfig.lib.json']) {
    workspace.write(`stacks/${name}/${file}`, workspace.read(`${STACK}/${file}`));
  }
  const manifest = {
    ...JSON.parse(workspace.read(`${STACK}/package.json`)),
    name: `@culvert/${name}`,
    dependencies: { '@culvert/cross-account-privatelink': '0.1.0' },
    nx: { name, tags: ['type:stack'] },
  };
  workspace.write(`stacks/${name}/package.json`, JSON.stringify(manifest));
  workspace.write(`stacks/${name}/src/main.ts`, main);
}
