import type { Route } from '@culvert/packet-filter';
import type { AddressSet } from '@culvert/packet-set';
import type { Truth } from '@culvert/symbolic';
import type { Component, Missing, Ref } from './component';

/** An internet gateway, or one for egress over IPv6 only. */
export interface InternetGateway extends Component {
  readonly vpc: Ref | undefined;
  readonly egressOnly: boolean;
  /** The route table for what it brings in, if there is one. */
  readonly routeTable?: Ref;
  /** The resource that gives it that. */
  readonly routeTableAssociation?: string;
}

/** A NAT gateway; its interface is in the network's interfaces. */
export interface NatGateway extends Component {
  readonly subnet: Ref;
  readonly isPublic: Truth;
}

/** A virtual private gateway: what is on-prem, behind VPN or Direct Connect. */
export interface VpnGateway extends Component {
  readonly vpc: Ref | undefined;
  /** The route table for what it brings in, if there is one. */
  readonly routeTable?: Ref;
  /** The resource that gives it that. */
  readonly routeTableAssociation?: string;
}

/** A peering of two VPCs. */
export interface Peering extends Component {
  readonly requester: Ref;
  readonly accepter: Ref;
  readonly active: Truth;
}

/** A Transit Gateway. */
export interface TransitGateway extends Component {
  /** Whether security groups may be named across it. */
  readonly securityGroupReferencing: Truth;
  readonly missing: Missing;
}

export type AttachmentKind = 'vpc' | 'vpn' | 'direct-connect' | 'connect' | 'peering';

/** What is attached to a Transit Gateway. */
export interface TransitGatewayAttachment extends Component {
  readonly kind: AttachmentKind;
  readonly transitGateway: Ref;
  /** Of a VPC only. */
  readonly vpc?: Ref;
  /** Of a VPC: one for each zone that it takes part in. */
  readonly subnets?: readonly Ref[];
  /** Of a VPC, whether replies keep to the zone that requests came from. */
  readonly applianceMode?: Truth;
  /** Whether a group of the other end may be named: of a VPC only. */
  readonly securityGroupReferencing?: Truth;
  /**
   * Of a peering: the attachment at the other gateway. AWS has one id for both: the accepter's is the id
   * with ` (accepter)` here.
   */
  readonly peer?: Ref;
  readonly accepted: Truth;
  /** The resource that takes it, where one does. */
  readonly acceptedBy?: string;
  /** The route table for what comes from it; undefined for none. */
  readonly association: Ref | undefined;
  /** The resource that associates them, where one does. */
  readonly associatedBy?: string;
  /** What is behind a VPN, Direct Connect or Connect, as far as plans or the context say. */
  readonly announced: AddressSet;
  /** Of Direct Connect: what on-prem learns of here, when that is not all. */
  readonly advertised?: AddressSet;
  readonly missing: Missing;
}

/** A Transit Gateway's route table, static routes and propagated ones. */
export interface TransitGatewayRouteTable extends Component {
  readonly transitGateway: Ref;
  /** The target is the id of an attachment; undefined for a blackhole. */
  readonly routes: readonly Route[];
  readonly missing: Missing;
}
