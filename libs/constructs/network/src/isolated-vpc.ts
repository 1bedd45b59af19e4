import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { Ec2SubnetCidrReservation } from '@cdktf/provider-aws/lib/ec2-subnet-cidr-reservation';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { FlowLogs } from './flow-logs';
import { hostAddress } from './subnet-cidr';

/**
 * The hosts of every subnet that AWS gives to nobody by itself: for addresses that are pinned.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-cidr-reservation.html
 */
const PINNED_HOSTS = { first: 8, last: 15, prefix: 29 } as const;

/** A subnet of an {@link IsolatedVpc}. */
export interface IsolatedSubnetProps {
  /**
   * The Availability Zone's id, such as `euc1-az2`: the same zone in every account, unlike its name.
   * @see https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html
   */
  readonly azId: string;
  /** IPv4 range inside the VPC's, such as `10.20.1.0/24`. */
  readonly cidrBlock: string;
}

/** Properties of an {@link IsolatedVpc}. */
export interface IsolatedVpcProps {
  /** The `Name` tag of the VPC, and the prefix of its subnets' names. */
  readonly name: string;
  /** IPv4 range, /16 to /28. */
  readonly cidrBlock: string;
  /** One subnet for each zone, in at least two zones. */
  readonly subnets: readonly IsolatedSubnetProps[];
  /**
   * Whether each zone has a route table of its own, for what must stay within its zone, such as
   * traffic through a firewall.
   * @default false - all subnets share one
   */
  readonly zonalRouting?: boolean;
  /**
   * How long flow logs are kept, in days.
   * @default 365
   */
  readonly flowLogRetentionDays?: number;
}

/** A subnet as created, with what is known of it while planning. */
export interface IsolatedSubnet {
  readonly id: string;
  readonly azId: string;
  readonly cidrBlock: string;
  readonly routeTableId: string;
}

/**
 * A VPC that has no way out: no internet gateway, no NAT, only the local route. It logs every flow,
 * resolves the private names of interface endpoints, and its default security group lets nothing
 * through.
 *
 * @throws when there are fewer than two subnets, or two in one zone
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html
 */
export class IsolatedVpc extends Construct {
  public readonly id: string;
  public readonly cidrBlock: string;
  public readonly subnets: readonly IsolatedSubnet[];
  /**
   * What takes addresses of AWS's choice depends on these, so that it never takes a pinned one.
   */
  public readonly pinnedAddressReservations: ITerraformDependable[] = [];
  public constructor(scope: Construct, id: string, props: IsolatedVpcProps) {
    super(scope, id);
    requireDistinctZones(props);

    const vpc = new Vpc(this, 'Resource', {
      cidrBlock: props.cidrBlock,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: props.name },
    });
    this.id = vpc.id;
    this.cidrBlock = props.cidrBlock;

    new DefaultSecurityGroup(this, 'default-security-group', {
      vpcId: vpc.id,
      tags: { Name: `${props.name}-default-closed` },
    });
    const routeTableOf = this.routeTables(props);
    this.subnets = props.subnets.map((subnet) =>
      this.addSubnet(props.name, subnet, routeTableOf(subnet)),
    );
    new FlowLogs(this, 'flow-logs', {
      name: props.name,
      vpcId: vpc.id,
      retentionDays: props.flowLogRetentionDays ?? 365,
    });
  }

  /** The ids of all subnets, in the order they were given. */
  public get subnetIds(): string[] {
    return this.subnets.map((subnet) => subnet.id);
  }

  /** The ids of the route tables: one that all subnets share, or one for each zone. */
  public get routeTableIds(): string[] {
    return [...new Set(this.subnets.map((subnet) => subnet.routeTableId))];
  }

  /**
   * The address with the same host number in each subnet, in the order of the subnets; a number from
   * 8 to 15, which the VPC keeps for pinned addresses.
   *
   * @example vpc.pinnedAddresses(10) // ['10.20.0.10', '10.20.1.10']
   * @throws when the number is another, or a subnet is too small for it
   */
  public pinnedAddresses(host: number): string[] {
    if (host < PINNED_HOSTS.first || host > PINNED_HOSTS.last) {
      throw new Error(
        `host ${host} is not kept for pinned addresses: choose ${PINNED_HOSTS.first} to ${PINNED_HOSTS.last}`,
      );
    }
    return this.subnets.map((subnet) => hostAddress(subnet.cidrBlock, host));
  }

  private routeTables({
    name,
    zonalRouting = false,
  }: IsolatedVpcProps): (subnet: IsolatedSubnetProps) => string {
    const create = (suffix: string) =>
      new RouteTable(this, `route-table${suffix}`, {
        vpcId: this.id,
        tags: { Name: `${name}-isolated${suffix}` },
      }).id;
    if (zonalRouting) {
      return ({ azId }) => create(`-${azId}`);
    }
    const shared = create('');
    return () => shared;
  }

  private addSubnet(
    vpcName: string,
    { azId, cidrBlock }: IsolatedSubnetProps,
    routeTableId: string,
  ): IsolatedSubnet {
    const subnet = new Subnet(this, `subnet-${azId}`, {
      vpcId: this.id,
      availabilityZoneId: azId,
      cidrBlock,
      mapPublicIpOnLaunch: false,
      tags: { Name: `${vpcName}-${azId}` },
    });
    new RouteTableAssociation(this, `route-table-association-${azId}`, {
      routeTableId,
      subnetId: subnet.id,
    });
    this.pinnedAddressReservations.push(
      new Ec2SubnetCidrReservation(this, `pinned-addresses-${azId}`, {
        subnetId: subnet.id,
        reservationType: 'explicit',
        cidrBlock: `${hostAddress(cidrBlock, PINNED_HOSTS.first)}/${PINNED_HOSTS.prefix}`,
        description: 'addresses pinned by interface endpoints',
      }),
    );
    return { id: subnet.id, azId, cidrBlock, routeTableId };
  }
}

function requireDistinctZones({ name, subnets }: IsolatedVpcProps): void {
  const zones = subnets.map((subnet) => subnet.azId);
  if (new Set(zones).size !== zones.length || zones.length < 2) {
    throw new Error(
      `vpc "${name}" has subnets in [${zones.join(', ')}]: give one subnet for each zone, in at least two zones`,
    );
  }
}
