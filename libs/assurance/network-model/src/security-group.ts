import type { SecurityGroupRule as FilterRule } from '@culvert/packet-filter';
import type { Component, Missing, Ref } from './component';

/** The members of a security group, as a rule names them. */
export interface GroupPeer {
  readonly group: Ref;
}

/** A rule of a security group; a group as a peer stays a group. */
export interface SecurityGroupRule extends Omit<FilterRule, 'peers'> {
  readonly peers: readonly (FilterRule['peers'][number] | GroupPeer)[];
}

/** A security group, with its inline rules and those that stand alone. */
export interface SecurityGroup extends Component {
  readonly vpc: string;
  readonly ingress: readonly SecurityGroupRule[];
  readonly egress: readonly SecurityGroupRule[];
  /** The rules of a group that only its id is known of. */
  readonly missing: Missing;
}
