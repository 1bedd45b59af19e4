import { CustomerKey } from '@culvert/identity';
import type { PolicyStatement } from '@culvert/policy';
import { MultiAccountStack } from '@culvert/stack';
import { type Block, SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import { NetworkLoss, type NetworkLossProps } from './index';

function synthesise(props: Partial<NetworkLossProps> = {}): SynthesisedStack {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: { application: { accountId: '111111111111', region: 'eu-central-1' } },
  });
  const account = stack.account('application');
  new NetworkLoss(account, 'experiment', {
    name: 'orders-api-lost',
    description: 'the API is out of reach: calls are retried, none is lost',
    vpc: { id: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'] },
    lost: { cidrs: ['10.80.0.0/16'] },
    stopAlarms: [{ arn: 'arn:alarm' }],
    key: new CustomerKey(account, 'key', { name: 'orders', description: 'orders at rest' }),
    ...props,
  });
  return SynthesisedStack.of(stack);
}

function template(synthesised: SynthesisedStack): Block {
  return synthesised.only('aws_fis_experiment_template').arguments;
}

describe('NetworkLoss', () => {
  const synthesised = synthesise();
  const statements: PolicyStatement[] = JSON.parse(
    synthesised.only('aws_iam_role_policy').arguments['policy'] as string,
  ).Statement;

  it('loses the ranges given, in the subnets given, for five minutes', () => {
    expect(synthesised.only('aws_ec2_managed_prefix_list').arguments).toMatchObject({
      entry: [{ cidr: '10.80.0.0/16' }],
      max_entries: 1,
    });
    expect(template(synthesised)).toMatchObject({
      target: [
        {
          resource_type: 'aws:ec2:subnet',
          resource_arns: [
            expect.stringMatching(/:subnet\/subnet-1$/),
            expect.stringMatching(/:subnet\/subnet-2$/),
          ],
          selection_mode: 'ALL',
        },
      ],
      action: [
        {
          action_id: 'aws:network:disrupt-connectivity',
          target: { key: 'Subnets' },
          parameter: [
            { key: 'duration', value: 'PT5M' },
            { key: 'scope', value: 'prefix-list' },
            {
              key: 'prefixListIdentifier',
              value: `\${${synthesised.only('aws_ec2_managed_prefix_list').address}.id}`,
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['other-zones', 'availability-zone'],
    ['outside', 'vpc'],
    ['everything', 'all'],
  ] as const)('loses %s without a prefix list', (lost, scope) => {
    const lossy = synthesise({ lost, durationMinutes: 10 });

    expect(lossy.resourceTypes).not.toContain('aws_ec2_managed_prefix_list');
    expect(template(lossy)['action']).toMatchObject([
      {
        parameter: [
          { key: 'duration', value: 'PT10M' },
          { key: 'scope', value: scope },
        ],
      },
    ]);
  });

  it('stops with any of its alarms', () => {
    const stopAlarms = [{ arn: 'arn:one' }, { arn: 'arn:two' }];

    expect(template(synthesise({ stopAlarms }))['stop_condition']).toEqual([
      { source: 'aws:cloudwatch:alarm', value: 'arn:one' },
      { source: 'aws:cloudwatch:alarm', value: 'arn:two' },
    ]);
  });

  it('fails, and does not pass, when its subnets are gone', () => {
    expect(template(synthesised)['experiment_options']).toMatchObject({
      empty_target_resolution_mode: 'fail',
    });
  });

  it('has a role that FIS takes on for experiments of this account only', () => {
    const { assume_role_policy: trust } = synthesised.only('aws_iam_role').arguments;

    expect(JSON.parse(trust as string).Statement).toMatchObject([
      {
        Principal: { Service: 'fis.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceAccount': expect.stringContaining('.account_id}') },
          ArnLike: { 'aws:SourceArn': expect.stringMatching(/:experiment\/\*$/) },
        },
      },
    ]);
  });

  it('may change the ACL of its own subnets only, and delete ACLs of FIS only', () => {
    const replaces = statements.find(({ Sid }) => Sid === 'ReplacesAndPutsBack');
    const deletes = statements.find(({ Sid }) => Sid === 'FillsAndDeletesItsAcl');

    expect(replaces?.Resource).toEqual([
      expect.stringMatching(/:network-acl\/\*$/),
      expect.stringMatching(/:subnet\/subnet-1$/),
      expect.stringMatching(/:subnet\/subnet-2$/),
    ]);
    expect(deletes?.Condition).toEqual({
      StringEquals: { 'ec2:ResourceTag/managedByFIS': 'true' },
    });
  });

  it('may do nothing on every resource but describe, and deliver its log', () => {
    const everywhere = statements
      .filter(({ Resource }) => Resource === '*')
      .flatMap(({ Action }) => Action)
      .filter((action) => !/^(ec2:Describe|logs:)/.test(action));

    expect(everywhere).toEqual([]);
  });

  it('logs, encrypted, where AWS may deliver logs', () => {
    expect(synthesised.only('aws_cloudwatch_log_group').arguments).toMatchObject({
      name: '/aws/vendedlogs/fis/orders-api-lost',
      kms_key_id: `\${${synthesised.only('aws_kms_key').address}.arn}`,
    });
  });

  it('fails with everything that FIS would refuse, at once', () => {
    expect(() =>
      synthesise({
        lost: { cidrs: [] },
        stopAlarms: [],
        vpc: { id: 'vpc-1', subnetIds: [] },
        durationMinutes: 0,
      }),
    ).toThrow(
      'experiment "orders-api-lost": 0 ranges, give 1 to 10; 0 stop alarms, give 1 to 5; 0 subnets, give 1 to 30; 0 minutes, give 1 to 720',
    );
  });
});
