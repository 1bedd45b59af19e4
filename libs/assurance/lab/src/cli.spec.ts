import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CulvertLab } from '../test/culvert-lab';
import { twoAccountStack } from '../test/fixture-project';
import type { LabReport, StackReport } from './index';

jest.setTimeout(180_000);

/** A stack that runs a shell command while it is applied. */
function stackThatRuns(command: string) {
  return twoAccountStack({
    terraform_data: { tool: { provisioner: { 'local-exec': { command } } } },
  });
}

function stackOf(report: LabReport, name: string): StackReport {
  return report.stacks.find((stack) => stack.name === name) as StackReport;
}

describe('culvert-lab', () => {
  it('exits 0 when all held, says so in a table, and leaves nothing', async () => {
    const lab = new CulvertLab({ orders: twoAccountStack() });

    const { exitCode, stdout, stderr } = await lab.run([]);

    expect(stderr).toMatch(/^orders {2}destroy {2}ok {6}\d+\.\d s$/m);
    expect(stdout).toMatch(
      /orders +│ 3 +│ api 222222222222: 2 +│ yes +│ yes +│ – +│ – +│ yes +│ \d+\.\d.*\n│ +│ +│ consumer 333333333333: 1/,
    );
    expect(exitCode).toBe(0);
    expect(lab.left()).toEqual([]);
  });

  it('exits 1 when something did not hold, with all facts as JSON, and goes on with the rest', async () => {
    const lab = new CulvertLab({
      orders: twoAccountStack(),
      drifting: twoAccountStack({ terraform_data: { now: { input: '${timestamp()}' } } }),
      failing: twoAccountStack({
        aws_apprunner_connection: {
          github: { provider: 'aws.api', connection_name: 'github', provider_type: 'GITHUB' },
        },
      }),
    });

    const { exitCode, stdout, stderr } = await lab.run(['--json']);
    const report = JSON.parse(stdout) as LabReport;

    expect(exitCode).toBe(1);
    expect(report).toMatchObject({
      version: 1,
      ok: false,
      estate: 'lab',
      versions: { provider: '5.100.0', node: process.versions.node },
    });
    expect(stackOf(report, 'orders')).toMatchObject({
      ok: true,
      resources: 3,
      accounts: [
        { alias: 'api', accountId: '222222222222', resources: 2 },
        { alias: 'consumer', accountId: '333333333333', resources: 1 },
      ],
      deployed: true,
      secondPlanEmpty: true,
      destroyed: true,
      gaps: [],
    });
    expect(stackOf(report, 'drifting')).toMatchObject({
      ok: false,
      deployed: true,
      secondPlanEmpty: false,
      destroyed: true,
    });
    expect(stackOf(report, 'drifting').steps.find(({ name }) => name === 'replan')?.error).toMatch(
      /would\n {2}update terraform_data\.now\n {4}input, output$/,
    );
    expect(stackOf(report, 'failing')).toMatchObject({
      ok: false,
      deployed: false,
      secondPlanEmpty: null,
      destroyed: null,
      gaps: [expect.stringContaining('apprunner CreateConnection')],
    });
    const error = /^Error: creating App Runner Connection \(github\): .*CreateConnection/m;
    expect(stackOf(report, 'failing').steps.at(-1)?.error).toMatch(error);
    expect(stderr).toMatch(error);
    expect(stderr).toMatch(/^failing: gap in the embedded AWS: apprunner CreateConnection/m);
    expect(lab.left()).toEqual([]);
  });

  it('keeps the credentials and the profile of the user from Terraform', async () => {
    const lab = new CulvertLab({ orders: stackThatRuns('env > "$HOME/environment.txt"') });

    const { exitCode } = await lab.run([], {
      HOME: lab.project,
      AWS_PROFILE: 'production',
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      AWS_SESSION_TOKEN: 'a-session-of-production',
      TF_VAR_region: 'us-east-1',
    });

    expect(exitCode).toBe(0);
    const environment = readFileSync(join(lab.project, 'environment.txt'), 'utf8');
    expect(environment).toMatch(/^AWS_ENDPOINT_URL=http:\/\/127\.0\.0\.1:\d+$/m);
    expect(environment).not.toMatch(/production|AKIA|EXAMPLEKEY|TF_VAR/);
  });

  it('leaves what --keep leaves: an embedded AWS that answers, and the state', async () => {
    const lab = new CulvertLab({ orders: twoAccountStack() });

    const { exitCode, stdout } = await lab.run(['--keep', '--json']);
    const report = JSON.parse(stdout) as LabReport;
    const kept = stackOf(report, 'orders').kept;

    try {
      expect(exitCode).toBe(0);
      expect(stackOf(report, 'orders').destroyed).toBeNull();
      const vpcs = await fetch(`${kept?.endpoint}/?Action=DescribeVpcs&Version=2016-11-15`, {
        headers: { authorization: 'AWS4-HMAC-SHA256 Credential=test/20260101/eu-central-1/ec2/' },
      });
      expect(vpcs.status).toBe(200);
      expect(readFileSync(join(kept?.folder ?? '', 'terraform.tfstate'), 'utf8')).toContain(
        '"aws_vpc"',
      );
    } finally {
      process.kill(kept?.pid ?? NaN);
    }
  });

  describe('when interrupted in the middle of an apply', () => {
    it('ends everything, leaves nothing and exits 130', async () => {
      const lab = new CulvertLab({ orders: stackThatRuns('touch "$HOME/applying"; sleep 100') });
      const run = lab.start([], { HOME: lab.project });
      await lab.written('applying');

      run.interrupt();

      expect((await run.finished).exitCode).toBe(130);
      expect(lab.left()).toEqual([]);
    });

    it('kills what does not end when interrupted again', async () => {
      const stubborn = `trap '' INT TERM; touch "$HOME/applying"; while :; do sleep 1; done`;
      const lab = new CulvertLab({ orders: stackThatRuns(stubborn) });
      const run = lab.start([], { HOME: lab.project });
      await lab.written('applying');

      run.interrupt();
      await run.says('interrupt again');
      run.interrupt();

      expect((await run.finished).exitCode).toBe(130);
      expect(lab.left()).toEqual([]);
    });
  });

  describe('exits 2', () => {
    const lab = new CulvertLab({ orders: twoAccountStack(), billing: twoAccountStack() });

    it.each([
      ['an unknown stack, naming those there are', ['--only', 'order,billing']],
      ['the same with the option repeated', ['--only', 'billing', '--only', 'order']],
    ])('on %s', async (_, args) => {
      const { exitCode, stdout, stderr } = await lab.run(args);

      expect(exitCode).toBe(2);
      expect(stderr).toContain('there is no stack "order": there is orders, billing');
      expect(stdout).toBe('');
      expect(lab.left()).toEqual([]);
    });

    it('on an option that does not exist', async () => {
      const { exitCode, stderr } = await lab.run(['--stack', 'orders']);

      expect(exitCode).toBe(2);
      expect(stderr).toContain("unknown option '--stack'");
    });

    it('with an error as JSON when asked for JSON', async () => {
      const { exitCode, stdout } = await lab.run(['--json', '--only', 'order']);

      expect(exitCode).toBe(2);
      expect(JSON.parse(stdout)).toEqual({
        version: 1,
        ok: false,
        error: 'there is no stack "order": there is orders, billing',
      });
    });

    it('without a Python that has moto', async () => {
      const { exitCode, stderr } = await lab.run([], { CULVERT_PYTHON: '/nowhere/python3' });

      expect(exitCode).toBe(2);
      expect(stderr).toContain('CULVERT_PYTHON (/nowhere/python3): not found');
    });
  });

  it.each([
    [['--estate', 'staging'], 'staging'],
    [['--estate', 'staging', '--vpc-link', 'v1'], 'staging-vpc-link-v1'],
    [['--vpc-link', 'v2'], 'lab'],
  ])('synthesises with %j for the estate %s', async (args, estate) => {
    const lab = new CulvertLab({ orders: twoAccountStack() });

    await lab.run([...args, '--only', 'nothing']);

    expect(readFileSync(join(lab.project, 'estate.txt'), 'utf8')).toBe(estate);
  });

  it('prints help with the exit codes, and its version', async () => {
    const lab = new CulvertLab();

    expect(await lab.run(['--help'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('0 all held, 1 something did not, 2 could not run'),
    });
    expect(await lab.run(['--version'])).toMatchObject({ exitCode: 0, stdout: '0.1.0\n' });
  });

  it('changes what is deployed to one estate after the other, each with an empty second plan', async () => {
    const events = { provider: 'aws.api', name: 'events', tags: { estate: '<estate>' } };
    const lab = new CulvertLab({ orders: twoAccountStack({ aws_sns_topic: { events } }) });

    const { exitCode, stdout } = await lab.run(['--json', '--then', 'second,third']);
    const report = JSON.parse(stdout) as LabReport;

    expect(exitCode).toBe(0);
    expect(report.then).toEqual(['second', 'third']);
    expect(stackOf(report, 'orders').steps.map(({ name }) => name)).toEqual([
      ...['start', 'init', 'plan', 'apply', 'replan'],
      ...['plan second', 'apply second', 'replan second'],
      ...['plan third', 'apply third', 'replan third'],
      'destroy',
    ]);
    expect(stackOf(report, 'orders')).toMatchObject({ secondPlanEmpty: true, destroyed: true });
  });

  it('exits 2 when a stack is missing from an estate that it should be changed to', async () => {
    const lab = new CulvertLab({ orders: twoAccountStack() });

    const { exitCode, stderr } = await lab.run(['--then', 'without-orders']);

    expect(stderr).toContain('the estate without-orders has no stack "orders" to change to');
    expect(exitCode).toBe(2);
    expect(lab.left()).toEqual([]);
  });
});
