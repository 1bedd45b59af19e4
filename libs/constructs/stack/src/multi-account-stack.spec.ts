import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import { MultiAccountStack, type StateBackend } from './index';

function ordersStack(backend?: StateBackend) {
  return new MultiAccountStack(Testing.app(), 'orders', {
    accounts: {
      api: {
        accountId: '222222222222',
        region: 'eu-central-1',
        roleArn: 'arn:aws:iam::222222222222:role/culvert-deploy',
        tags: { system: 'culvert' },
      },
      consumer: { accountId: '333333333333', region: 'eu-central-1' },
    },
    backend,
  });
}

describe('MultiAccountStack', () => {
  it('creates everything with the provider of the account it lies in', () => {
    const stack = ordersStack();
    new Vpc(stack.account('api'), 'vpc', { cidrBlock: '10.0.0.0/16' });
    new Vpc(stack.account('consumer'), 'vpc', { cidrBlock: '10.1.0.0/16' });
    new DataAwsCallerIdentity(stack.account('consumer'), 'caller');

    const synthesised = SynthesisedStack.of(stack);

    expect(synthesised.only('aws_vpc', 'api').arguments['provider']).toBe('aws.api');
    expect(synthesised.only('aws_vpc', 'consumer').arguments['provider']).toBe('aws.consumer');
    expect(synthesised.dataSources('aws_caller_identity')[0]?.arguments['provider']).toBe(
      'aws.consumer',
    );
  });

  it('lets each provider act in its own account only, and has no default provider', () => {
    expect(SynthesisedStack.of(ordersStack()).providers).toEqual([
      {
        alias: 'api',
        region: 'eu-central-1',
        allowed_account_ids: ['222222222222'],
        assume_role: [{ role_arn: 'arn:aws:iam::222222222222:role/culvert-deploy' }],
        default_tags: [{ tags: { system: 'culvert' } }],
      },
      {
        alias: 'consumer',
        region: 'eu-central-1',
        allowed_account_ids: ['333333333333'],
        assume_role: [],
        default_tags: [],
      },
    ]);
  });

  it('fails when a resource lies in no account, naming it', () => {
    const stack = ordersStack();
    new Vpc(stack, 'stray', { cidrBlock: '10.0.0.0/16' });

    expect(() => SynthesisedStack.of(stack)).toThrow('orders/stray is in no account');
  });

  it('accepts both majors of the AWS provider and the Terraform that has native locking', () => {
    expect(SynthesisedStack.of(ordersStack()).terraform).toMatchObject({
      required_version: '>= 1.11.0',
      required_providers: { aws: { source: 'aws', version: '>= 5.100.0, < 7.0.0' } },
    });
  });

  it('keeps state in S3, encrypted and locked by S3', () => {
    const stack = ordersStack({
      type: 's3',
      bucket: 'acme-terraform-state',
      region: 'eu-central-1',
      keyPrefix: 'production',
      kmsKeyId: 'arn:aws:kms:eu-central-1:999999999999:key/1',
      roleArn: 'arn:aws:iam::999999999999:role/state',
    });

    expect(SynthesisedStack.of(stack).terraform).toMatchObject({
      backend: {
        s3: {
          bucket: 'acme-terraform-state',
          key: 'production/orders.tfstate',
          encrypt: true,
          use_lockfile: true,
          kms_key_id: 'arn:aws:kms:eu-central-1:999999999999:key/1',
          assume_role: { role_arn: 'arn:aws:iam::999999999999:role/state' },
        },
      },
    });
  });

  it('keeps local state beside the stack, not where the synthesis happened to run', () => {
    expect(SynthesisedStack.of(ordersStack()).terraform).toMatchObject({
      backend: { local: { path: 'terraform.tfstate' } },
    });
  });

  it('fails on an account it does not have, naming those it has', () => {
    const stack = ordersStack() as MultiAccountStack<string>;

    expect(() => stack.account('network')).toThrow(
      'has no account "network": it has api, consumer',
    );
  });

  it('fails on an account id that is none, with the value', () => {
    const accounts = { api: { accountId: '2222', region: 'eu-central-1' } };

    expect(() => new MultiAccountStack(Testing.app(), 'orders', { accounts })).toThrow(
      'accountId "2222" is not a twelve-digit AWS account id',
    );
  });
});
