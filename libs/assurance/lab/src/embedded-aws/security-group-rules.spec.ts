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
    ['ingress', AuthorizeSecurityGroupIngressCommand, RevokeSecurityGroupIngressCommand],
    ['egress', AuthorizeSecurityGroupEgressCommand, RevokeSecurityGroupEgressCommand],
  ])('cannot be revoked twice by its id: %s', async (_, Authorize, Revoke) => {
    const account = await accountOf(aws(), '111111111111');
    const { securityGroupId: GroupId } = await createNetwork(account, '10.11');
    const ec2 = new EC2Client(account);
    const { SecurityGroupRules: [rule] = [] } = await ec2.send(
      new Authorize({
        GroupId,
        IpPermissions: [
          { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.99.0.0/24' }] },
        ],
      }),
    );
    const revoke = () =>
      ec2.send(new Revoke({ GroupId, SecurityGroupRuleIds: [rule?.SecurityGroupRuleId ?? ''] }));
    await revoke();

    await expect(revoke()).rejects.toMatchObject({ name: 'InvalidSecurityGroupRuleId.NotFound' });
  });
});
