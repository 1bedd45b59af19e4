import { Eip } from '@cdktf/provider-aws/lib/eip';
import type { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { NatGateway } from '@cdktf/provider-aws/lib/nat-gateway';
import { Route } from '@cdktf/provider-aws/lib/route';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import type { IsolatedSubnet } from '@culvert/network';
import { Construct } from 'constructs';

/** Every address there is: the destination of what the firewall decides about. */
const ANYWHERE = '0.0.0.0/0';

/** Properties of a {@link NatZone}. */
export interface NatZoneProps {
  readonly name: string;
  readonly vpcId: string;
  /** The zone's subnet that has no way out but this. */
  readonly isolated: IsolatedSubnet;
  readonly firewallCidr: string;
  readonly natCidr: string;
  readonly internetGateway: InternetGateway;
}

/**
 * One zone's way to the internet and back: isolated subnet, firewall, NAT gateway, internet gateway.
 * Nothing leaves the zone on the way, so that both directions pass the same endpoint of the firewall.
 *
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/vpc-config.html
 */
export class NatZone extends Construct {
  /** The subnet of the firewall's endpoint. */
  public readonly firewallSubnetId: string;
  /** The address that the zone's traffic comes from. */
  public readonly publicAddress: string;

  private readonly isolated: IsolatedSubnet;
  private readonly natTable: RouteTable;

  public constructor(scope: Construct, id: string, props: NatZoneProps) {
    super(scope, id);
    const { isolated, name } = props;
    this.isolated = isolated;
    const [firewallSubnet, firewallTable] = this.addSubnet('firewall', props, props.firewallCidr);
    const [natSubnet, natTable] = this.addSubnet('nat', props, props.natCidr);
    this.firewallSubnetId = firewallSubnet.id;
    this.natTable = natTable;

    const address = new Eip(this, 'address', {
      domain: 'vpc',
      tags: { Name: `${name}-${isolated.azId}` },
      dependsOn: [props.internetGateway],
    });
    this.publicAddress = address.publicIp;
    const natGateway = new NatGateway(this, 'nat-gateway', {
      subnetId: natSubnet.id,
      allocationId: address.allocationId,
      connectivityType: 'public',
      tags: { Name: `${name}-${isolated.azId}` },
      dependsOn: [props.internetGateway],
    });
    new Route(this, 'firewall-to-nat', {
      routeTableId: firewallTable.id,
      destinationCidrBlock: ANYWHERE,
      natGatewayId: natGateway.id,
    });
    new Route(this, 'nat-to-internet', {
      routeTableId: natTable.id,
      destinationCidrBlock: ANYWHERE,
      gatewayId: props.internetGateway.id,
    });
  }

  /** Sends what leaves the zone, and what comes back, through the firewall's endpoint in it. */
  public routeThrough(firewallEndpointId: string): void {
    new Route(this, 'isolated-to-firewall', {
      routeTableId: this.isolated.routeTableId,
      destinationCidrBlock: ANYWHERE,
      vpcEndpointId: firewallEndpointId,
    });
    new Route(this, 'nat-to-firewall', {
      routeTableId: this.natTable.id,
      destinationCidrBlock: this.isolated.cidrBlock,
      vpcEndpointId: firewallEndpointId,
    });
  }

  private addSubnet(
    kind: string,
    { name, vpcId, isolated: { azId } }: NatZoneProps,
    cidrBlock: string,
  ): [Subnet, RouteTable] {
    const tags = { Name: `${name}-${kind}-${azId}` };
    const subnet = new Subnet(this, `${kind}-subnet`, {
      vpcId,
      availabilityZoneId: azId,
      cidrBlock,
      mapPublicIpOnLaunch: false,
      tags,
    });
    const routeTable = new RouteTable(this, `${kind}-route-table`, { vpcId, tags });
    new RouteTableAssociation(this, `${kind}-route-table-association`, {
      routeTableId: routeTable.id,
      subnetId: subnet.id,
    });
    return [subnet, routeTable];
  }
}
