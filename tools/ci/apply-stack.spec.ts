import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScript } from '../test/run-script';
import { Synthesised } from '../test/synthesised';

describe('apply-stack', () => {
  let synthesised: Synthesised;

  beforeEach(() => {
    synthesised = new Synthesised();
  });
  afterEach(() => synthesised.remove());

  const plan = () => runScript('plan-stack.mjs', ['orders', ...synthesised.options('reviewed')]);
  const apply = () =>
    runScript('apply-stack.mjs', [
      'orders',
      '--reviewed',
      join(synthesised.folder, 'reviewed/orders'),
      ...synthesised.options('plans'),
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

  it('fails without a reviewed plan', () => {
    synthesised.orders({ queue: 'a' });

    expect(apply()).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('there is no reviewed plan'),
    });
    expect(runScript('apply-stack.mjs', ['orders'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--reviewed is missing'),
    });
  });
});
