import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Planned } from '../test/planned';
import { runTool } from '../test/run-script';

describe('review-stack', () => {
  let planned: Planned;

  beforeEach(() => {
    planned = new Planned();
    planned.actions(['sqs:SendMessage']);
  });
  afterEach(() => planned.remove());

  const review = (stack = 'orders', estate = '') =>
    runTool('ci/review-stack.mjs', [stack], {
      cwd: planned.folder,
      env: { CULVERT_ESTATE: estate, NO_COLOR: '1' },
    });
  const read = (name: string) => readFileSync(join(planned.folder, 'reviews/orders', name), 'utf8');
  const attested = () => JSON.parse(read('attestation.json')).predicate.result;

  it('leaves its reports and passes when all that is declared is proven', () => {
    const { exitCode, stdout } = review();

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^1 PROVEN, 0 REFUTED, 0 UNKNOWN, 0 open findings/m);
    expect(readdirSync(join(planned.folder, 'reviews/orders')).sort()).toEqual([
      'attestation.json',
      'report.html',
      'report.json',
      'report.sarif',
      'summary.md',
    ]);
    expect(read('summary.md')).toMatch(/^## ✅ Review of orders passed\n/);
    expect(attested()).toBe('PASSED');
  });

  it('leaves its reports and exits with 1 when something is found', () => {
    planned.actions(['sqs:ReceiveMessage']);

    const { exitCode, stderr } = review();

    expect(exitCode).toBe(1);
    expect(stderr).toContain('orders: the review found something, see reviews/orders');
    expect(read('summary.md')).toContain('REFUTED');
    expect(JSON.parse(read('report.sarif')).runs[0].results).toHaveLength(1);
    expect(attested()).toBe('FAILED');
  });

  it('says what changes against the state, and leaves none of it', () => {
    planned.actions(['sqs:SendMessage', 'sqs:PurgeQueue'], ['sqs:SendMessage']);

    review();

    expect(JSON.parse(read('report.json')).changes).toEqual([
      expect.objectContaining({
        kind: 'grants',
        text: expect.stringContaining('aws_iam_role.app may now sqs:PurgeQueue'),
      }),
    ]);
    expect(readdirSync(join(planned.folder, 'plans/orders'))).toEqual(['plan.json']);
  });

  it('says of no change when nothing is deployed yet', () => {
    review();

    expect(JSON.parse(read('report.json'))).not.toHaveProperty('changes');
  });

  it("takes the estate's files before those of all estates", () => {
    planned.write(
      'stacks/orders/flows.staging.yaml',
      'version: 1\naccess: [{ as: aws_iam_role.app, action: sqs:SendMessage, to: aws_sqs_queue.orders, expect: denied }]\n',
    );

    expect(review('orders', 'staging').exitCode).toBe(1);
    expect(review('orders', 'production').exitCode).toBe(0);
  });

  it('goes by the suppressions of the stack', () => {
    planned.write(
      'stacks/orders/suppressions.yaml',
      'version: 1\nsuppressions: [{ rule: lb-deletion-protection, resource: aws_lb.*, reason: it is rebuilt each night, owner: network, expires: 2020-01-01 }]\n',
    );

    expect(review().exitCode).toBe(1);
    expect(read('summary.md')).toContain('Suppressions that do not hold');
  });

  it('could not run without a plan, with a wrong flow, or with another configuration', () => {
    expect(review('payments')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('there is no plans/payments/plan.json'),
    });

    planned.write('stacks/orders/flows.yaml', 'version: 1\nreach: [{ from: internet }]\n');
    planned.write('cdktf.out/stacks/orders/cdk.tf.json', { resource: { aws_vpc: { other: {} } } });
    const { exitCode, stderr } = review();

    expect(exitCode).toBe(2);
    expect(stderr).toContain('stacks/orders/flows.yaml:2');
    expect(stderr).toContain('has other resources than plans/orders/plan.json');
  });
});
