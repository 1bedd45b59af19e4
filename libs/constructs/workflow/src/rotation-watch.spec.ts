import { CustomerKey } from '@culvert/identity';
import type { PolicyStatement } from '@culvert/policy';
import { MultiAccountStack } from '@culvert/stack';
import { aslProblems, SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import jsonata from 'jsonata';
import { RotationWatch, type RotationWatchProps } from './index';

const SECRETS = [
  {
    arn: 'arn:aws:secretsmanager:eu-central-1:111111111111:secret:okta/orders',
    name: 'okta/orders',
  },
];

function watch(secrets: RotationWatchProps['secrets'] = SECRETS): SynthesisedStack {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: { application: { accountId: '111111111111', region: 'eu-central-1' } },
  });
  const account = stack.account('application');
  const key = new CustomerKey(account, 'key', { name: 'orders', description: 'at rest' });
  new RotationWatch(account, 'watch', { name: 'rotation-watch', key, secrets });
  return SynthesisedStack.of(stack);
}

interface Step {
  readonly Assign?: { readonly since: string };
  readonly Arguments: { readonly MetricData?: readonly { readonly Value: string }[] };
}

describe('RotationWatch', () => {
  const synthesised = watch();
  const machine = synthesised.only('aws_sfn_state_machine');
  const definition = JSON.parse(machine.arguments['definition'] as string);
  const steps: Record<string, Step> = definition.States['Each secret'].ItemProcessor.States;
  const statements = (fragment: string): PolicyStatement[] =>
    JSON.parse(synthesised.only('aws_iam_role_policy', fragment).arguments['policy'] as string)
      .Statement;

  it('is valid for another validator', async () => {
    expect(await aslProblems(definition)).toEqual([]);
    expect(definition.States['Each secret'].Items).toEqual(SECRETS);
  });

  it.each([
    ['its rotation', { LastRotatedDate: '2026-01-20T00:00:00Z' }, '2026-01-20T00:00:00Z'],
    ['its creation where it was never rotated', {}, '2026-01-01T00:00:00Z'],
  ])('counts from %s', async (_, dates, since) => {
    const result = { CreatedDate: '2026-01-01T00:00:00Z', ...dates };

    expect(await evaluate(steps['Describe']?.Assign?.since, { states: { result } })).toBe(since);
  });

  it('reports whole and broken days', async () => {
    const value = steps['Report']?.Arguments.MetricData?.[0]?.Value;
    const since = new Date(Date.now() - 36 * 60 * 60 * 1000).toISOString();

    expect(await evaluate(value, { since })).toBeCloseTo(1.5, 2);
  });

  it('reads descriptions of these secrets only, no value, and reports in one namespace', () => {
    const policy = statements('state-machine_policy');

    expect(policy).toContainEqual(
      expect.objectContaining({
        Action: 'secretsmanager:DescribeSecret',
        Resource: [SECRETS[0]?.arn],
      }),
    );
    expect(policy).toContainEqual(
      expect.objectContaining({
        Action: 'cloudwatch:PutMetricData',
        Condition: { StringEquals: { 'cloudwatch:namespace': 'Culvert' } },
      }),
    );
    expect(JSON.stringify(policy)).not.toContain('GetSecretValue');
  });

  it('is started by a schedule that may start nothing else', () => {
    expect(synthesised.only('aws_scheduler_schedule').arguments).toMatchObject({
      schedule_expression: 'rate(12 hours)',
      target: { arn: `\${${machine.address}.arn}` },
    });
    expect(statements('may-start')).toEqual([
      {
        Effect: 'Allow',
        Action: 'states:StartExecution',
        Resource: `\${${machine.address}.arn}`,
      },
    ]);
  });

  it('fails when there is nothing to watch', () => {
    expect(() => watch([])).toThrow('rotation watch "rotation-watch" has no secret to watch');
  });
});

/** Evaluates an expression as Step Functions does, with its variables. */
async function evaluate(expression: string | undefined, variables: object): Promise<unknown> {
  return jsonata(expression?.replace(/^\{%|%\}$/g, '') ?? '').evaluate({}, { ...variables });
}
