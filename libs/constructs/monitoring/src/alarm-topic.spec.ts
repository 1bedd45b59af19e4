import { CustomerKey } from '@culvert/identity';
import { type Account, MultiAccountStack } from '@culvert/stack';
import { SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import { AlarmTopic } from './index';

function synthesise(create: (account: Account) => void): SynthesisedStack {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: { api: { accountId: '222222222222', region: 'eu-central-1' } },
  });
  create(stack.account('api'));
  return SynthesisedStack.of(stack);
}

describe('AlarmTopic', () => {
  it('takes messages from the alarms of its own account only', () => {
    const synthesised = synthesise((scope) => {
      new AlarmTopic(scope, 'topic', { name: 'orders' });
    });
    const { policy } = synthesised.only('aws_sns_topic_policy').arguments;
    const account = `\${${synthesised.dataSources('aws_caller_identity')[0]?.address}.account_id}`;

    expect(JSON.parse(policy as string).Statement).toEqual([
      {
        Sid: 'AlarmsPublish',
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: `\${${synthesised.only('aws_sns_topic').address}.arn}`,
        Condition: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:*:cloudwatch:*:${account}:alarm:*` },
        },
      },
    ]);
  });

  it('lets the alarms of its account encrypt with its key', () => {
    const synthesised = synthesise((account) => {
      const key = new CustomerKey(account, 'key', { name: 'alarms', description: 'alarms' });
      new AlarmTopic(account, 'topic', { name: 'orders', key });
    });
    const { policy } = synthesised.only('aws_kms_key').arguments;

    expect(synthesised.only('aws_sns_topic').arguments).toMatchObject({
      kms_master_key_id: `\${${synthesised.only('aws_kms_key').address}.arn}`,
    });
    expect(JSON.parse(policy as string).Statement).toContainEqual(
      expect.objectContaining({
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        Condition: { StringEquals: { 'aws:SourceAccount': expect.any(String) } },
      }),
    );
  });
});
