import { Lb } from '@cdktf/provider-aws/lib/lb';
import type { IsolatedVpc, SecurityGroup } from '@culvert/network';
import { Construct } from 'constructs';
import { requireName } from './private/require-name';

/** Whether a load balancer's inbound rules hold for traffic that arrives over PrivateLink. */
export type PrivateLinkInboundRules = 'on' | 'off';

/** Properties of a {@link NetworkLoadBalancer}. */
export interface NetworkLoadBalancerProps {
  /** Unique in the account and Region; at most 32 letters, digits and hyphens. */
  readonly name: string;
  /** The load balancer has a node in every subnet of the VPC. */
  readonly vpc: IsolatedVpc;
  /**
   * The group the load balancer wears. A Network Load Balancer created without one can never get one.
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
   */
  readonly securityGroup: SecurityGroup;
  /**
   * Whether the group's inbound rules hold for traffic that arrives over PrivateLink: `on` checks
   * the caller's private address; a VPC link V1 needs `off`, since API Gateway's addresses are not known.
   * @default 'on'
   */
  readonly privateLinkInboundRules?: PrivateLinkInboundRules;
  /**
   * Whether AWS refuses to delete the load balancer.
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * An internal Network Load Balancer with a security group. Each node sends to the targets of every
 * zone, so that one zone without a healthy target does not answer with a refused connection.
 *
 * @throws when the name is not one that Elastic Load Balancing accepts
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html
 */
export class NetworkLoadBalancer extends Construct {
  public readonly arn: string;
  /** `net/<name>/<id>`, as CloudWatch's dimension `LoadBalancer` names it. */
  public readonly arnSuffix: string;
  public readonly dnsName: string;
  public readonly vpc: IsolatedVpc;
  public readonly securityGroup: SecurityGroup;
  public readonly privateLinkInboundRules: PrivateLinkInboundRules;

  public constructor(scope: Construct, id: string, props: NetworkLoadBalancerProps) {
    super(scope, id);
    requireName(props.name);
    this.privateLinkInboundRules = props.privateLinkInboundRules ?? 'on';
    const loadBalancer = new Lb(this, 'Resource', {
      name: props.name,
      loadBalancerType: 'network',
      internal: true,
      subnets: props.vpc.subnetIds,
      securityGroups: [props.securityGroup.id],
      enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: this.privateLinkInboundRules,
      enableCrossZoneLoadBalancing: true,
      enableDeletionProtection: props.deletionProtection ?? true,
      dependsOn: props.vpc.pinnedAddressReservations,
    });
    this.arn = loadBalancer.arn;
    this.arnSuffix = loadBalancer.arnSuffix;
    this.dnsName = loadBalancer.dnsName;
    this.vpc = props.vpc;
    this.securityGroup = props.securityGroup;
  }

  /** The ids of the Availability Zones that have a node. */
  public get azIds(): string[] {
    return this.vpc.subnets.map((subnet) => subnet.azId);
  }
}
