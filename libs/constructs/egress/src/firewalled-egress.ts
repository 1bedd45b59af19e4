import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import type { IsolatedSubnetProps, IsolatedVpc, SecurityGroup } from '@culvert/network';
import { Construct } from 'constructs';
import type { Egress } from './egress';
import { DomainFirewall } from './private/domain-firewall';
import { NatZone } from './private/nat-zone';
import { requireDomains, requireZones } from './private/require';

/** Properties of a {@link FirewalledEgress}. */
export interface FirewalledEgressProps {
  /** The name of the firewall and its policy, and the prefix of the subnets' names. */
  readonly name: string;
  /** A VPC with zonal routing. */
  readonly vpc: IsolatedVpc;
  /** A subnet for the firewall in each zone of the VPC. */
  readonly firewallSubnets: readonly IsolatedSubnetProps[];
  /** A subnet for the NAT gateway in each zone of the VPC. */
  readonly natSubnets: readonly IsolatedSubnetProps[];
  /** The names that TLS may be opened to; one with a dot first stands for its subdomains too. */
  readonly domains: readonly string[];
  /** The ARN of the customer key that encrypts the firewall's rules. */
  readonly keyArn: string;
  /**
   * Whether the firewall refuses to be deleted, moved or given another policy.
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * How long the firewall's alerts are kept, in days.
   * @default 365
   */
  readonly logRetentionDays?: number;
}

/**
 * The way out to named domains only, on port 443: in each zone a firewall endpoint, a NAT gateway
 * behind it, and the internet gateway behind that.
 *
 * @throws when a zone of the VPC has no subnet of a kind, routing is not zonal, or a domain is none
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/arch-igw-ngw.html
 */
export class FirewalledEgress extends Construct implements Egress {
  /** The addresses that what goes out comes from, one for each zone: for allow lists over there. */
  public readonly publicAddresses: readonly string[];
  /** The subnets that everything on its way out passes, one for each zone. */
  public readonly firewallSubnetIds: readonly string[];

  public constructor(scope: Construct, id: string, props: FirewalledEgressProps) {
    super(scope, id);
    const { domains, keyArn, name, vpc } = props;
    requireDomains(domains);
    const plans = requireZones(vpc, props);

    const internetGateway = new InternetGateway(this, 'internet-gateway', {
      vpcId: vpc.id,
      tags: { Name: name },
    });
    const zones = plans.map(
      (plan) =>
        new NatZone(this, plan.isolated.azId, { name, vpcId: vpc.id, internetGateway, ...plan }),
    );
    this.publicAddresses = zones.map(({ publicAddress }) => publicAddress);
    this.firewallSubnetIds = zones.map(({ firewallSubnetId }) => firewallSubnetId);
    const firewall = new DomainFirewall(this, 'firewall', {
      name,
      vpcId: vpc.id,
      subnetIds: this.firewallSubnetIds,
      domains,
      keyArn,
      deletionProtection: props.deletionProtection ?? true,
      logRetentionDays: props.logRetentionDays ?? 365,
    });
    for (const zone of zones) {
      zone.routeThrough(firewall.endpointIn(zone.firewallSubnetId));
    }
  }

  /**
   * The addresses behind a name such as Okta's change, and no prefix list has them: the group opens
   * port 443 to every address, and the firewall decides by the name.
   */
  public allowFrom(group: SecurityGroup): void {
    const description = 'TLS to the domains that the firewall lets through';
    new VpcSecurityGroupEgressRule(this, `egress-${group.name}`, {
      securityGroupId: group.id,
      ipProtocol: 'tcp',
      fromPort: 443,
      toPort: 443,
      cidrIpv4: '0.0.0.0/0',
      description,
      tags: { Name: description },
    });
  }
}
