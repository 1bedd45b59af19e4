import type { AddressSet } from '@culvert/packet-set';
import type { Truth } from '@culvert/symbolic';
import type { Component, Missing, Ref } from './component';

/** What an interface is there for. */
export type InterfaceKind =
  | 'instance'
  | 'function'
  | 'task'
  | 'database'
  | 'endpoint'
  | 'load balancer'
  | 'vpc link'
  | 'nat gateway'
  | 'resolver'
  | 'firewall'
  | 'other';

/** An elastic network interface, whoever makes it: one for each subnet of a function, a load balancer … */
export interface NetworkInterface extends Component {
  readonly kind: InterfaceKind;
  /** The component or resource that it belongs to: its id, as in the network's other maps. */
  readonly owner: string;
  readonly subnet: Ref;
  /** The ids of those that it may be in, where `subnet` is a symbol and documents say which these are. */
  readonly subnets?: readonly string[];
  readonly groups: readonly Ref[];
  /** Whether security groups apply at all: not to a load balancer that has none, a NAT gateway … */
  readonly filtered: boolean;
  /** Its private addresses, or where they will be: see `placed`. */
  readonly addresses: AddressSet;
  /** Whether `addresses` are exactly its own; else it has one or more of them, which only AWS knows. */
  readonly placed: boolean;
  /** Whether the internet can address it. */
  readonly isPublic: Truth;
  /** The addresses that the internet sees it by, as far as documents say. */
  readonly publicAddresses?: AddressSet;
  /** Whether it drops what is not addressed to it; false for appliances. */
  readonly sourceDestCheck: Truth;
  readonly missing: Missing;
}
