import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { CustomerGateway } from '@cdktf/provider-aws/lib/customer-gateway';
import { VpnConnection } from '@cdktf/provider-aws/lib/vpn-connection';
import { Construct } from 'constructs';
import { tunnelArguments } from './private/tunnel-arguments';
import type { PropagatingAttachment, TransitGatewayAttributes } from './transit-gateway-attachment';

/** The on-prem end of a VPN. */
export interface CustomerGatewayProps {
  /** The device's public IPv4 address. */
  readonly address: string;
  /** The autonomous system number on-prem announces its ranges with, 1 to 4294967295. */
  readonly bgpAsn: number;
}

/** Properties of a {@link SiteToSiteVpn}. */
export interface SiteToSiteVpnProps {
  /** The `Name` tag, and part of the log group's name. */
  readonly name: string;
  readonly transitGateway: TransitGatewayAttributes;
  readonly customerGateway: CustomerGatewayProps;
  /**
   * How long the tunnels' logs are kept, in days.
   * @default 365
   */
  readonly logRetentionDays?: number;
}

/** A tunnel of a {@link SiteToSiteVpn}, as on-prem configures it. */
export interface VpnTunnel {
  /** AWS's public address. */
  readonly address: string;
  /** AWS's address inside the tunnel: the BGP neighbour. */
  readonly insideAddress: string;
  /** On-prem's address inside the tunnel. */
  readonly customerInsideAddress: string;
}

/**
 * On-prem by a Site-to-Site VPN: two tunnels, IKEv2, routes by BGP. AWS makes the pre-shared keys
 * and keeps them in Secrets Manager, so none is ever in a plan or a state.
 *
 * @throws when the on-prem autonomous system number is none
 * @see https://docs.aws.amazon.com/vpn/latest/s2svpn/VPC_VPN.html
 */
export class SiteToSiteVpn extends Construct implements PropagatingAttachment {
  public readonly transitGateway: TransitGatewayAttributes;
  public readonly attachmentId: string;
  public readonly propagates = true;
  /** The VPN connection's id. */
  public readonly id: string;
  /** The secret of Secrets Manager that has the pre-shared keys of both tunnels. */
  public readonly presharedKeyArn: string;
  public readonly tunnels: readonly [VpnTunnel, VpnTunnel];

  public constructor(scope: Construct, id: string, props: SiteToSiteVpnProps) {
    super(scope, id);
    const { name, transitGateway, customerGateway } = props;
    const logGroup = new CloudwatchLogGroup(this, 'log-group', {
      // AWS lets its services write to groups of this prefix without a policy for each.
      name: `/aws/vendedlogs/culvert/${name}/vpn-tunnels`,
      retentionInDays: props.logRetentionDays ?? 365,
    });
    const vpn = new VpnConnection(this, 'Resource', {
      type: 'ipsec.1',
      transitGatewayId: transitGateway.id,
      customerGatewayId: new CustomerGateway(this, 'customer-gateway', {
        type: 'ipsec.1',
        ipAddress: customerGateway.address,
        ...asnArgument(name, customerGateway.bgpAsn),
        tags: { Name: name },
      }).id,
      staticRoutesOnly: false,
      presharedKeyStorage: 'SecretsManager',
      ...tunnelArguments(1, logGroup.arn),
      ...tunnelArguments(2, logGroup.arn),
      tags: { Name: name },
    });
    this.transitGateway = transitGateway;
    this.attachmentId = vpn.transitGatewayAttachmentId;
    this.id = vpn.id;
    this.presharedKeyArn = vpn.presharedKeyArn;
    this.tunnels = [
      {
        address: vpn.tunnel1Address,
        insideAddress: vpn.tunnel1VgwInsideAddress,
        customerInsideAddress: vpn.tunnel1CgwInsideAddress,
      },
      {
        address: vpn.tunnel2Address,
        insideAddress: vpn.tunnel2VgwInsideAddress,
        customerInsideAddress: vpn.tunnel2CgwInsideAddress,
      },
    ];
  }
}

/** AWS has an argument of its own for numbers that do not fit into 31 bits. */
function asnArgument(name: string, bgpAsn: number) {
  if (!Number.isInteger(bgpAsn) || bgpAsn < 1 || bgpAsn > 4_294_967_295) {
    throw new Error(
      `customer gateway "${name}" has the ASN ${bgpAsn}: give a whole number from 1 to 4294967295`,
    );
  }
  return bgpAsn <= 2_147_483_647 ? { bgpAsn: String(bgpAsn) } : { bgpAsnExtended: String(bgpAsn) };
}
