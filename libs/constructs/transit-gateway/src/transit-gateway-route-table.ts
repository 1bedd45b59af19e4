import { Ec2TransitGatewayRoute } from '@cdktf/provider-aws/lib/ec2-transit-gateway-route';
import { Ec2TransitGatewayRouteTable } from '@cdktf/provider-aws/lib/ec2-transit-gateway-route-table';
import { Ec2TransitGatewayRouteTableAssociation } from '@cdktf/provider-aws/lib/ec2-transit-gateway-route-table-association';
import { Ec2TransitGatewayRouteTablePropagation } from '@cdktf/provider-aws/lib/ec2-transit-gateway-route-table-propagation';
import { Construct } from 'constructs';
import { requireCidr } from './private/require-cidr';
import { routeId } from './private/route-id';
import type {
  PropagatingAttachment,
  TransitGatewayAttachment,
  TransitGatewayAttributes,
} from './transit-gateway-attachment';

/** Properties of a {@link TransitGatewayRouteTable}. */
export interface TransitGatewayRouteTableProps {
  readonly transitGateway: TransitGatewayAttributes;
  /** The `Name` tag. */
  readonly name: string;
}

/** An attachment can be in one table only, whichever that is. */
const tableOf = new WeakMap<TransitGatewayAttachment, TransitGatewayRouteTable>();

/**
 * Where traffic goes that enters a transit gateway by the attachments associated with the table. The
 * longest prefix decides; at equal length a static route or blackhole wins over a propagated route.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-route-evaluation-overview
 */
export class TransitGatewayRouteTable extends Construct {
  public readonly id: string;
  public readonly name: string;

  private readonly transitGateway: TransitGatewayAttributes;
  private readonly propagating = new Set<TransitGatewayAttachment>();
  private readonly destinations = new Map<string, string>();

  public constructor(scope: Construct, id: string, props: TransitGatewayRouteTableProps) {
    super(scope, id);
    this.name = props.name;
    this.transitGateway = props.transitGateway;
    this.id = new Ec2TransitGatewayRouteTable(this, 'Resource', {
      transitGatewayId: props.transitGateway.id,
      tags: { Name: props.name },
    }).id;
  }

  /**
   * Lets this table decide where traffic from the attachment goes.
   * @throws when a table decides that already, or the attachment is another gateway's
   */
  public associate(id: string, attachment: TransitGatewayAttachment): void {
    this.requireOwn(attachment);
    const other = tableOf.get(attachment);
    if (other !== undefined) {
      throw new Error(
        `"${id}" is already associated with route table "${other.name}": an attachment is in one table only, remove one of the two`,
      );
    }
    tableOf.set(attachment, this);
    new Ec2TransitGatewayRouteTableAssociation(this, `association-${id}`, {
      transitGatewayRouteTableId: this.id,
      transitGatewayAttachmentId: attachment.attachmentId,
    });
  }

  /**
   * Takes over the ranges that the attachment announces: a VPC's own, or what on-prem announces.
   * @throws when it does so already, or the attachment is another gateway's
   */
  public propagateFrom(id: string, attachment: PropagatingAttachment): void {
    this.requireOwn(attachment);
    if (this.propagating.has(attachment)) {
      throw new Error(
        `"${id}" already propagates to route table "${this.name}": remove one of the two`,
      );
    }
    this.propagating.add(attachment);
    new Ec2TransitGatewayRouteTablePropagation(this, `propagation-${id}`, {
      transitGatewayRouteTableId: this.id,
      transitGatewayAttachmentId: attachment.attachmentId,
    });
  }

  /**
   * Sends what goes to the IPv4 range to the attachment.
   * @throws when the table already says where the range goes, or the attachment is another gateway's
   */
  public routeTo(cidr: string, attachment: TransitGatewayAttachment): void {
    this.requireOwn(attachment);
    this.addRoute(cidr, 'a route', { transitGatewayAttachmentId: attachment.attachmentId });
  }

  /**
   * Drops what goes to the IPv4 range, unless a longer prefix says otherwise.
   * @throws when the table already says where the range goes
   */
  public blackhole(cidr: string): void {
    this.addRoute(cidr, 'a blackhole', { blackhole: true });
  }

  /** One child for each range, so that a route that becomes a blackhole is replaced in its place. */
  private addRoute(
    cidr: string,
    kind: string,
    target: { readonly transitGatewayAttachmentId: string } | { readonly blackhole: true },
  ): void {
    requireCidr(cidr);
    const other = this.destinations.get(cidr);
    if (other !== undefined) {
      throw new Error(
        `route table "${this.name}" has ${other} for ${cidr} and cannot have ${kind} for it too: remove one of the two, or make one range narrower`,
      );
    }
    this.destinations.set(cidr, kind);
    new Ec2TransitGatewayRoute(this, routeId(cidr), {
      transitGatewayRouteTableId: this.id,
      destinationCidrBlock: cidr,
      ...target,
    });
  }

  private requireOwn({ transitGateway }: TransitGatewayAttachment): void {
    if (transitGateway !== this.transitGateway) {
      throw new Error(
        `route table "${this.name}" is one of transit gateway "${this.transitGateway.name}", the attachment is to "${transitGateway.name}": use a table of that gateway`,
      );
    }
  }
}
