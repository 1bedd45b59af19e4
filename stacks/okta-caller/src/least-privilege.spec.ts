import { statementsOf } from '../test/policies';
import { synthesise } from '../test/synthesise';

/** What is allowed on every resource, and why it cannot name one. */
const REASONS: Readonly<Record<string, string>> = {
  'cloudwatch:PutMetricData':
    'CloudWatch knows no resource to name; only into the namespace Culvert',
  'ec2:DescribeManagedPrefixLists': 'EC2 describes everything or nothing',
  'ec2:DescribeNetworkAcls': 'the same',
  'ec2:DescribeVpcs': 'the same',
  'ec2:DescribeNetworkInterfaces': 'EC2 describes everything or nothing; denied to the code itself',
  'ec2:DescribeSubnets': 'the same',
  'kms:CreateKey': 'the key does not exist yet; only with the tag of a secret of the stack',
  'kms:ListKeys': 'KMS lists all keys or none',
  'kms:TagResource': 'as for kms:CreateKey',
  'logs:CreateLogDelivery': 'Step Functions delivers logs by an API without resources',
  'logs:DeleteLogDelivery': 'the same',
  'logs:DescribeLogGroups': 'the same',
  'logs:DescribeResourcePolicies': 'the same',
  'logs:GetLogDelivery': 'the same',
  'logs:ListLogDeliveries': 'the same',
  'logs:PutResourcePolicy': 'the same',
  'logs:UpdateLogDelivery': 'the same',
  'xray:GetSamplingRules': 'X-Ray knows no resource to name',
  'xray:GetSamplingTargets': 'the same',
  'xray:PutTelemetryRecords': 'the same',
  'xray:PutTraceSegments': 'the same',
};

const POLICIES = ['aws_iam_role_policy', 'aws_vpc_endpoint_policy'];

describe.each(['lab', 'lab-okta-proxy'])('The policies of the estate %s', (name) => {
  const synthesised = synthesise(name);
  const allowed = POLICIES.flatMap((type) => statementsOf(synthesised, type)).filter(
    ({ effect }) => effect === 'Allow',
  );

  it('allow no action by a wildcard', () => {
    const wild = [...allowed, ...statementsOf(synthesised, 'aws_sns_topic_policy')].flatMap(
      ({ address, actions }) =>
        actions.filter((action) => /^\*$|:\*$/.test(action)).map((action) => [address, action]),
    );

    expect(wild).toEqual([]);
  });

  it('allow on every resource only what can name none, each with a reason', () => {
    const everywhere = allowed
      .filter(({ resources }) => resources.includes('*'))
      .flatMap(({ actions }) => actions);

    expect([...new Set(everywhere)].sort()).toEqual(Object.keys(REASONS).sort());
  });

  it('let only the functions and the rotator through the endpoints to secrets and keys', () => {
    const through = statementsOf(synthesised, 'aws_vpc_endpoint_policy').filter(
      ({ address }) => !address.includes('execute-api'),
    );

    expect(through).not.toEqual([]);
    for (const { condition } of through) {
      for (const role of [condition['ArnEquals']?.['aws:PrincipalArn']].flat()) {
        expect(role).toMatch(
          /^\$\{aws_iam_role\.caller_(caller-\w+|rotator)_function_role_\w+\.arn\}$/,
        );
      }
    }
  });

  it('let a caller read its own secret only', () => {
    const readers = statementsOf(synthesised, 'aws_iam_role_policy').filter(
      ({ actions, address }) =>
        actions.includes('secretsmanager:GetSecretValue') && !address.includes('rotator'),
    );

    expect(readers).toHaveLength(3);
    for (const { address, resources } of readers) {
      const caller = /caller-(\w+?)_/.exec(address)?.[1] ?? '';

      expect(resources).toEqual([expect.stringContaining(`caller-${caller}_secret`)]);
    }
  });

  it('let only the rotator make keys, for a secret of the stack, and delete those', () => {
    const makers = allowed.filter(
      ({ actions, address }) =>
        actions.includes('kms:CreateKey') && address.startsWith('aws_iam_role_policy'),
    );
    const deleters = allowed.filter(
      ({ actions, address }) =>
        actions.includes('kms:ScheduleKeyDeletion') && address.startsWith('aws_iam_role_policy'),
    );
    const orders = [expect.stringContaining('caller-orders_secret')];

    expect(makers.map(({ condition }) => condition)).toEqual([
      {
        StringEquals: { 'aws:RequestTag/culvert:secret': orders, 'kms:KeyUsage': 'SIGN_VERIFY' },
      },
    ]);
    expect(deleters.map(({ condition }) => condition)).toEqual([
      {
        StringEquals: { 'aws:ResourceTag/culvert:secret': orders, 'kms:KeyUsage': 'SIGN_VERIFY' },
      },
    ]);
    expect([...makers, ...deleters].map(({ address }) => address)).toEqual([
      expect.stringContaining('rotator'),
      expect.stringContaining('rotator'),
    ]);
  });

  it('let a state machine invoke its own function only', () => {
    const invokers = statementsOf(synthesised, 'aws_iam_role_policy').filter(
      ({ actions, address }) =>
        actions.includes('lambda:InvokeFunction') && address.includes('workflow'),
    );

    expect(invokers).toHaveLength(6);
    for (const { address, resources } of invokers) {
      const caller = /caller-(\w+?)_/.exec(address)?.[1] ?? '';

      expect(resources).toEqual([expect.stringContaining(`caller-${caller}_function`)]);
    }
  });
});
