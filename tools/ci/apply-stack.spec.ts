import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScript, runTool } from '../test/run-script';
import { Synthesised } from '../test/synthesised';

describe('apply-stack', () => {
  let synthesised: Synthesised;

  beforeEach(() => {
    synthesised = new Synthesised();
  });
  afterEach(() => synthesised.remove());

  const inFolder = (path: string) => join(synthesised.folder, path);
  const review = () =>
    runTool('ci/review-stack.mjs', ['orders', '--plans', 'reviewed'], { cwd: inFolder('.') });
  const plan = () => {
    runScript('plan-stack.mjs', ['orders', ...synthesised.options('reviewed')]);
    review();
  };
  const apply = (...options: string[]) =>
    runScript('apply-stack.mjs', [
      'orders',
      ...['--reviewed', inFolder('reviewed/orders'), '--review', inFolder('reviews/orders')],
      ...synthesised.options('plans'),
      ...options,
    ]);
  const state = () => JSON.parse(readFileSync(synthesised.stateFile, 'utf8'));

  it('applies what was reviewed', () => {
    synthesised.orders({ queue: 'a' });
    plan();

    expect(apply()).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('orders: applied'),
    });
    expect(state().resources).toMatchObject([{ name: 'queue' }]);
  });

  it('has nothing to apply when the reviewed plan was empty', () => {
    synthesised.orders({ queue: 'a' });
    plan();
    apply();
    plan();
    const { serial } = state();

    expect(apply()).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('nothing to apply'),
    });
    expect(state().serial).toBe(serial);
  });

  it('applies nothing when the configuration has changed since, naming what differs', () => {
    synthesised.orders({ queue: 'a', topic: 'b' });
    plan();
    synthesised.orders({ queue: 'other', topic: 'b', table: 'c' });

    const { exitCode, stderr } = apply();

    expect(exitCode).toBe(1);
    expect(stderr).toContain('it differs in\n  terraform_data.queue\n  terraform_data.table\nrun');
    expect(existsSync(synthesised.stateFile)).toBe(false);
  });

  it('applies nothing when the state has changed since', () => {
    synthesised.orders({ queue: 'a' });
    plan();
    apply(); // somebody else was faster

    expect(apply()).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('  terraform_data.queue\n'),
    });
  });

  it('applies nothing when the review found something, unless that is accepted', () => {
    mkdirSync(inFolder('stacks/orders'), { recursive: true });
    writeFileSync(
      inFolder('stacks/orders/suppressions.yaml'),
      'version: 1\nsuppressions: [{ rule: lb-deletion-protection, resource: aws_lb.*, reason: it is rebuilt each night, owner: network, expires: 2020-01-01 }]\n',
    );
    synthesised.orders({ queue: 'a' });
    plan();

    expect(apply()).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('the review found something, nothing was applied'),
    });
    expect(existsSync(synthesised.stateFile)).toBe(false);
    expect(apply('--accept', 'all').exitCode).toBe(2);
    expect(apply('--accept', 'findings').exitCode).toBe(0);
    expect(state().resources).toMatchObject([{ name: 'queue' }]);
  });

  it('applies nothing by the review of another plan, or by none', () => {
    synthesised.orders({ queue: 'a' });
    plan();
    writeFileSync(
      inFolder('reviewed/orders/plan.json'),
      `${readFileSync(inFolder('reviewed/orders/plan.json'), 'utf8')}\n`,
    );

    expect(apply('--accept', 'findings')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/attestation\.json is not of .*reviewed\/orders\/plan\.json/),
    });

    rmSync(inFolder('reviews'), { recursive: true });
    expect(apply()).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('review the plan, see review-stack.mjs'),
    });
    expect(existsSync(synthesised.stateFile)).toBe(false);
  });

  it('fails without a reviewed plan', () => {
    synthesised.orders({ queue: 'a' });

    expect(apply()).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('there is no reviewed plan'),
    });
    expect(runScript('apply-stack.mjs', ['orders'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--reviewed and --review are needed'),
    });
  });
});
