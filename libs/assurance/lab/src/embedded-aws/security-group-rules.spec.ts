import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  EC2Client,
  type IpPermission,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import { accountOf, embeddedAwsForTests } from '../../test/embedded-account';
import { createNetwork } from '../../test/embedded-network';

jest.setTimeout(60_000);

interface Permission {
  readonly GroupId: string;
  readonly IpPermissions: IpPermission[];
}

interface Rules {
  readonly GroupId: string;
  readonly SecurityGroupRuleIds: string[];
}

describe('a security group rule of the embedded AWS', () => {
  const aws = embeddedAwsForTests();
  const Description = 'from the caller';

  it.each<[string, (groupId: string) => IpPermission]>([
    ['a range', () => ({ IpRanges: [{ CidrIp: '10.20.0.0/16', Description }] })],
    ['a group', (GroupId) => ({ UserIdGroupPairs: [{ GroupId, Description }] })],
  ])('has the description it was given when it names %s', async (_, peer) => {
    const account = await accountOf(aws(), '111111111111');
    const { securityGroupId: GroupId } = await createNetwork(account, '10.10');

    const { SecurityGroupRules } = await new EC2Client(account).send(
      new AuthorizeSecurityGroupIngressCommand({
        GroupId,
        IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, ...peer(GroupId) }],
      }),
    );

    expect(SecurityGroupRules).toEqual([expect.objectContaining({ Description })]);
  });

  it.each([
    {
      direction: 'ingress',
      authorize: (ec2: EC2Client, permission: Permission) =>
        ec2.send(new AuthorizeSecurityGroupIngressCommand(permission)),
      revoke: (ec2: EC2Client, rules: Rules) =>
        ec2.send(new RevokeSecurityGroupIngressCommand(rules)),
    },
    {
      direction: 'egress',
      authorize: (ec2: EC2Client, permission: Permission) =>
        ec2.send(new AuthorizeSecurityGroupEgressCommand(permission)),
      revoke: (ec2: EC2Client, rules: Rules) =>
        ec2.send(new RevokeSecurityGroupEgressCommand(rules)),
    },
  ])('cannot be revoked twice by its id: $direction', async ({ authorize, revoke }) => {
    const account = await accountOf(aws(), '111111111111');
    const { securityGroupId: GroupId } = await createNetwork(account, '10.11');
    const ec2 = new EC2Client(account);
    const { SecurityGroupRules: [rule] = [] } = await authorize(ec2, {
      GroupId,
      IpPermissions: [
        { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.99.0.0/24' }] },
      ],
    });
    const rules = { GroupId, SecurityGroupRuleIds: [rule?.SecurityGroupRuleId ?? ''] };
    await revoke(ec2, rules);

    await expect(revoke(ec2, rules)).rejects.toMatchObject({
      name: 'InvalidSecurityGroupRuleId.NotFound',
    });
  });
});
