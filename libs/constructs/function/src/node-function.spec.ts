import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CustomerKey } from '@culvert/identity';
import type { PolicyStatement } from '@culvert/policy';
import { type Account, MultiAccountStack } from '@culvert/stack';
import { SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import { FailureQueue, NodeFunction, type NodeFunctionProps } from './index';

const folder = mkdtempSync(join(tmpdir(), 'culvert-function-'));
const bundle = join(folder, 'bundle.zip');
writeFileSync(bundle, 'a zip');
afterAll(() => rmSync(folder, { recursive: true }));

function synthesise(
  props: Partial<NodeFunctionProps> = {},
  use: (fn: NodeFunction, account: Account, key: CustomerKey) => void = () => undefined,
) {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: { application: { accountId: '111111111111', region: 'eu-central-1' } },
  });
  const account = stack.account('application');
  const key = new CustomerKey(account, 'key', { name: 'orders', description: 'orders at rest' });
  const fn = new NodeFunction(account, 'caller', {
    name: 'orders-caller',
    description: 'calls orders',
    bundle,
    vpc: { id: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'] },
    key,
    environment: { API_NAME: 'orders' },
    reservedConcurrency: 10,
    timeoutSeconds: 30,
    ...props,
  });
  use(fn, account, key);
  return SynthesisedStack.of(stack);
}

function statementsOf(synthesised: SynthesisedStack, type: string): PolicyStatement[] {
  return JSON.parse(synthesised.only(type).arguments['policy'] as string).Statement;
}

describe('NodeFunction', () => {
  const synthesised = synthesise();
  const reference = (type: string, attribute: string, fragment = '') =>
    `\${${synthesised.only(type, fragment).address}.${attribute}}`;

  it('runs the bundle, and names its content to the plan', () => {
    const settings = synthesised.only('aws_lambda_function').arguments;

    expect(settings).toMatchObject({
      runtime: 'nodejs22.x',
      architectures: ['arm64'],
      handler: 'index.handler',
      filename: expect.stringMatching(/bundle\.zip$/),
      source_code_hash: createHash('sha256').update('a zip').digest('base64'),
      reserved_concurrent_executions: 10,
      environment: { variables: { API_NAME: 'orders' } },
    });
  });

  it('is in the subnets given, behind a security group of its own that is closed', () => {
    expect(synthesised.only('aws_lambda_function').arguments['vpc_config']).toEqual({
      subnet_ids: ['subnet-1', 'subnet-2'],
      security_group_ids: [reference('aws_security_group', 'id')],
    });
    expect(synthesised.resourceTypes.filter((type) => type.includes('gress_rule'))).toEqual([]);
  });

  it('encrypts environment and logs with the customer key', () => {
    const key = reference('aws_kms_key', 'arn');

    expect(synthesised.only('aws_lambda_function').arguments['kms_key_arn']).toBe(key);
    expect(synthesised.only('aws_cloudwatch_log_group').arguments).toMatchObject({
      name: '/aws/lambda/orders-caller',
      kms_key_id: key,
      retention_in_days: 365,
    });
  });

  it('exists only after its log group and its policy', () => {
    expect(synthesised.only('aws_lambda_function').arguments['depends_on']).toEqual([
      synthesised.only('aws_cloudwatch_log_group').address,
      synthesised.only('aws_iam_role_policy').address,
    ]);
  });

  it('has a role that Lambda takes on in this account only', () => {
    const { assume_role_policy: trust } = synthesised.only('aws_iam_role').arguments;

    expect(JSON.parse(trust as string).Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: { 'aws:SourceAccount': expect.stringContaining('.account_id}') },
        },
      },
    ]);
  });

  it('denies its code what Lambda needs for the network interfaces', () => {
    const statements = statementsOf(synthesised, 'aws_iam_role_policy');
    const ec2 = (effect: string) =>
      statements
        .filter((statement) => statement.Effect === effect)
        .flatMap((statement) => statement.Action)
        .filter((action) => action.startsWith('ec2:'))
        .sort();

    expect(ec2('Deny')).toEqual(ec2('Allow'));
    expect(statements.find(({ Effect }) => Effect === 'Deny')?.Condition).toEqual({
      ArnEquals: {
        'lambda:SourceFunctionArn': expect.stringMatching(/:function:orders-caller$/),
      },
    });
  });

  it('may not create a log group, nor write to another', () => {
    const logs = statementsOf(synthesised, 'aws_iam_role_policy').filter(({ Action }) =>
      [Action].flat().some((action) => action.startsWith('logs:')),
    );

    expect(logs).toMatchObject([
      {
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: `${reference('aws_cloudwatch_log_group', 'arn')}:*`,
      },
    ]);
  });

  it('may do in addition what is allowed later', () => {
    const statement = { Effect: 'Allow', Action: 'kms:Sign', Resource: 'arn:key' } as const;
    const allowed = synthesise({}, (fn) => fn.allow(statement));

    expect(statementsOf(allowed, 'aws_iam_role_policy')).toContainEqual(statement);
  });

  it('is invoked by a service only for one resource of one account', () => {
    const invoked = synthesise({}, (fn) => {
      fn.allowInvokeBy('rotation', {
        service: 'secretsmanager.amazonaws.com',
        sourceArn: 'arn:secret',
        sourceAccount: '111111111111',
      });
    });

    expect(invoked.only('aws_lambda_permission').arguments).toMatchObject({
      action: 'lambda:InvokeFunction',
      function_name: `\${${invoked.only('aws_lambda_function').address}.function_name}`,
      principal: 'secretsmanager.amazonaws.com',
      source_arn: 'arn:secret',
      source_account: '111111111111',
    });
  });

  it('keeps asynchronous failures in an encrypted queue that it may send to', () => {
    const kept = synthesise({}, (fn, account, key) => {
      fn.keepAsyncFailures({
        queue: new FailureQueue(account, 'failures', { name: 'orders-failures', key }),
      });
    });
    const queue = `\${${kept.only('aws_sqs_queue').address}.arn}`;

    expect(kept.only('aws_lambda_function_event_invoke_config').arguments).toMatchObject({
      destination_config: { on_failure: { destination: queue } },
    });
    expect(statementsOf(kept, 'aws_iam_role_policy')).toContainEqual({
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: queue,
    });
    expect(kept.only('aws_sqs_queue').arguments).toMatchObject({
      kms_master_key_id: `\${${kept.only('aws_kms_key').address}.arn}`,
      message_retention_seconds: 1_209_600,
    });
    expect(statementsOf(kept, 'aws_sqs_queue_policy')).toMatchObject([
      { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ]);
  });

  it('fails when there is no bundle, with its path', () => {
    expect(() => synthesise({ bundle: join(folder, 'missing.zip') })).toThrow(
      /"orders-caller" has no bundle at .*missing\.zip/,
    );
  });

  it('fails with everything that Lambda would refuse, at once', () => {
    expect(() =>
      synthesise({
        name: 'orders caller',
        reservedConcurrency: 0,
        timeoutSeconds: 901,
        memoryMegabytes: 64,
      }),
    ).toThrow(
      /function "orders caller": its name .*reservedConcurrency 0 .*timeoutSeconds 901 .*memoryMegabytes 64/,
    );
  });
});

describe('FailureQueue', () => {
  it('fails when messages are kept for longer than SQS can', () => {
    expect(() =>
      synthesise({}, (_, account, key) => {
        new FailureQueue(account, 'failures', { name: 'failures', key, retentionDays: 15 });
      }),
    ).toThrow('queue "failures" keeps messages for 15 days: choose 1 to 14');
  });
});
