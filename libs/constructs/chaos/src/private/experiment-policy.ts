import type { CurrentAccount } from '@culvert/identity';
import type { PolicyStatement } from '@culvert/policy';
import type { NetworkLossProps } from '../network-loss';

const MANAGED = { 'aws:RequestTag/managedByFIS': 'true' } as const;

/**
 * What FIS needs to put another network ACL in front of the subnets, to put the old one back, and to
 * write its log. Putting back has no condition: the ACL that comes back is nobody's tag's.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSFaultInjectionSimulatorNetworkAccess.html
 * @see https://docs.aws.amazon.com/fis/latest/userguide/monitoring-logging.html#monitoring-logging-permissions
 */
export function experimentStatements(
  account: CurrentAccount,
  vpc: NetworkLossProps['vpc'],
): PolicyStatement[] {
  const acls = account.arn('ec2', 'network-acl/*');
  const vpcArn = account.arn('ec2', `vpc/${vpc.id}`);
  return [
    {
      Sid: 'CreatesItsAcl',
      Effect: 'Allow',
      Action: 'ec2:CreateNetworkAcl',
      Resource: acls,
      Condition: { StringEquals: MANAGED },
    },
    {
      Sid: 'CreatesItInTheVpc',
      Effect: 'Allow',
      Action: 'ec2:CreateNetworkAcl',
      Resource: vpcArn,
    },
    {
      Sid: 'TagsItsAcl',
      Effect: 'Allow',
      Action: 'ec2:CreateTags',
      Resource: acls,
      Condition: { StringEquals: { ...MANAGED, 'ec2:CreateAction': 'CreateNetworkAcl' } },
    },
    {
      Sid: 'FillsAndDeletesItsAcl',
      Effect: 'Allow',
      Action: ['ec2:CreateNetworkAclEntry', 'ec2:DeleteNetworkAcl'],
      Resource: [acls, vpcArn],
      Condition: { StringEquals: { 'ec2:ResourceTag/managedByFIS': 'true' } },
    },
    {
      Sid: 'ReplacesAndPutsBack',
      Effect: 'Allow',
      Action: 'ec2:ReplaceNetworkAclAssociation',
      Resource: [acls, ...vpc.subnetIds.map((id) => account.arn('ec2', `subnet/${id}`))],
    },
    {
      Sid: 'ReadsPrefixLists',
      Effect: 'Allow',
      Action: 'ec2:GetManagedPrefixListEntries',
      Resource: account.arn('ec2', 'prefix-list/*'),
    },
    {
      Sid: 'Describes',
      Effect: 'Allow',
      Action: [
        'ec2:DescribeManagedPrefixLists',
        'ec2:DescribeNetworkAcls',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
      ],
      Resource: '*',
    },
    {
      Sid: 'DeliversItsLog',
      Effect: 'Allow',
      Action: [
        'logs:CreateLogDelivery',
        'logs:DescribeLogGroups',
        'logs:DescribeResourcePolicies',
        'logs:PutResourcePolicy',
      ],
      Resource: '*',
    },
  ];
}
