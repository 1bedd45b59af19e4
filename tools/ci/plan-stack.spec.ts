import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScript } from '../test/run-script';
import { Synthesised } from '../test/synthesised';

describe('plan-stack', () => {
  let synthesised: Synthesised;

  beforeEach(() => {
    synthesised = new Synthesised();
    synthesised.orders({ queue: 'a', topic: 'b' });
  });
  afterEach(() => synthesised.remove());

  it("leaves Terraform's plan as JSON and a summary, and changes nothing", () => {
    const { exitCode, stdout } = runScript('plan-stack.mjs', [
      'orders',
      ...synthesised.options('plans'),
    ]);

    expect(exitCode).toBe(0);
    const folder = join(synthesised.folder, 'plans/orders');
    expect(stdout).toContain(folder);
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('**2 to add, 0 to change');
    expect(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'))).toMatchObject({
      resource_changes: [
        { address: 'terraform_data.queue', change: { actions: ['create'] } },
        { address: 'terraform_data.topic', change: { actions: ['create'] } },
      ],
    });
    expect(existsSync(synthesised.stateFile)).toBe(false);
  });

  it('leaves the synthesised stack as it was', () => {
    const file = join(synthesised.directory, 'stacks/orders/cdk.tf.json');
    const before = readFileSync(file, 'utf8');

    runScript('plan-stack.mjs', [
      'orders',
      '--read-only-role',
      'reader',
      ...synthesised.options('plans'),
    ]);

    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(existsSync(join(synthesised.directory, 'stacks/orders/.terraform'))).toBe(false);
  });

  it('fails on a stack that was not synthesised, naming those that were', () => {
    const { exitCode, stderr } = runScript('plan-stack.mjs', [
      'payments',
      ...synthesised.options('plans'),
    ]);

    expect(exitCode).toBe(2);
    expect(stderr).toContain('there is no stack "payments"');
    expect(stderr).toContain('it has orders');
  });

  it('fails on a state that would be lost with the folder', () => {
    synthesised.orders({ queue: 'a' }, 'terraform.tfstate');

    const { exitCode, stderr } = runScript('plan-stack.mjs', [
      'orders',
      ...synthesised.options('plans'),
    ]);

    expect(exitCode).toBe(2);
    expect(stderr).toContain('keeps its state in the local file "terraform.tfstate"');
  });

  it("fails with Terraform's own error when the configuration is wrong", () => {
    synthesised.orders({ queue: '${var.absent}' });

    const { exitCode, stderr } = runScript('plan-stack.mjs', [
      'orders',
      ...synthesised.options('plans'),
    ]);

    expect(exitCode).toBe(2);
    expect(stderr).toContain('Reference to undeclared input variable');
    expect(stderr).toContain('terraform plan failed');
  });

  it('fails when there is no Terraform, saying so', () => {
    const { exitCode, stderr } = runScript(
      'plan-stack.mjs',
      ['orders', ...synthesised.options('plans')],
      { PATH: synthesised.folder },
    );

    expect(exitCode).toBe(2);
    expect(stderr).toContain('terraform cannot be run, is it on the PATH?');
  });

  it('fails on an option it does not know, and on a missing stack', () => {
    const unknown = runScript('plan-stack.mjs', ['orders', '--destroy']);
    const missing = runScript('plan-stack.mjs', []);

    expect(unknown).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--destroy') });
    expect(missing).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('usage:') });
  });
});
