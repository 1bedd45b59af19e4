import type { NetworkAcl, Route } from '@culvert/packet-filter';
import type { AddressSet } from '@culvert/packet-set';
import type { Component, Missing, Ref } from './component';

/** A VPC. */
export interface Vpc extends Component {
  /** The ranges of IPv4 and IPv6, the secondary ones too. */
  readonly ranges: AddressSet;
  /** Ranges that are known only after apply, and everything about a VPC that only its id is known of. */
  readonly missing: Missing;
  /** Whether somebody else made it: it may have an internet gateway that no document tells of. */
  readonly isForeign?: boolean;
}

/** A subnet. */
export interface Subnet extends Component {
  readonly vpc: string;
  readonly ranges: AddressSet;
  /** The Availability Zone: its id if that is known, else its name, such as `euc1-az1`. */
  readonly zone: string | undefined;
  /** Its own route table, or the VPC's main one. */
  readonly routeTable: Ref;
  /** The resource that gives it a route table of its own. */
  readonly routeTableAssociation?: string;
  /** Its own network ACL, or the VPC's default one. */
  readonly networkAcl: Ref;
  readonly missing: Missing;
}

/** A VPC's route table, with the local routes of its VPC. */
export interface RouteTable extends Component {
  readonly vpc: string;
  /**
   * The target is `local` or the id of a component: a gateway, a peering, an interface, an endpoint, a
   * Transit Gateway.
   */
  readonly routes: readonly Route[];
  readonly missing: Missing;
}

/** A network ACL. */
export interface SubnetAcl extends Component {
  readonly vpc: string;
  readonly acl: NetworkAcl;
  readonly missing: Missing;
}
