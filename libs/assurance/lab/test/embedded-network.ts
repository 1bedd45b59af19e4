import {
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  CreateLoadBalancerCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Account } from './embedded-account';

export interface EmbeddedNetwork {
  readonly vpcId: string;
  /** One in `eu-central-1a`, one in `eu-central-1b`. */
  readonly subnetIds: readonly [string, string];
  readonly securityGroupId: string;
}

/** A VPC with the addresses `<prefix>.0.0/16`, two /24 subnets and a security group. */
export async function createNetwork(account: Account, prefix: string): Promise<EmbeddedNetwork> {
  const ec2 = new EC2Client(account);
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: `${prefix}.0.0/16` }));
  const vpcId = Vpc?.VpcId as string;
  const subnet = async (index: number, zone: string) => {
    const { Subnet } = await ec2.send(
      new CreateSubnetCommand({
        VpcId: vpcId,
        CidrBlock: `${prefix}.${index}.0/24`,
        AvailabilityZone: `eu-central-1${zone}`,
      }),
    );
    return Subnet?.SubnetId as string;
  };
  const { GroupId } = await ec2.send(
    new CreateSecurityGroupCommand({ VpcId: vpcId, GroupName: 'endpoint', Description: 'spec' }),
  );
  return {
    vpcId,
    subnetIds: [await subnet(0, 'a'), await subnet(1, 'b')],
    securityGroupId: GroupId as string,
  };
}

/** The ARN of a new internal network load balancer in both subnets. */
export async function createNetworkLoadBalancer(
  account: Account,
  network: EmbeddedNetwork,
  name: string,
): Promise<string> {
  const { LoadBalancers } = await new ElasticLoadBalancingV2Client(account).send(
    new CreateLoadBalancerCommand({
      Name: name,
      Type: 'network',
      Scheme: 'internal',
      Subnets: [...network.subnetIds],
      SecurityGroups: [network.securityGroupId],
    }),
  );
  return LoadBalancers?.[0]?.LoadBalancerArn as string;
}
