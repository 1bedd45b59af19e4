import type { Text, Truth } from '@culvert/symbolic';
import type { AddressSet } from '@culvert/packet-set';
import type { Ref } from '@culvert/network-model';
import type { Traffic } from './connection';
import type { Hop } from './hop';

/** Those of whom it is said that they reach, or do not. */
export interface Reacher {
  readonly kind:
    /** Interfaces that are alike: of one subnet, with the same groups. */
    | 'interfaces'
    /** Whatever has the group, in the subnet. */
    | 'group'
    /** Whatever else may be put into the subnet. */
    | 'subnet'
    /** A component that others' requests go through, by itself. */
    | 'relay'
    | 'internet'
    | 'on-prem'
    /** Endpoints that others may make in accounts that no document is about. */
    | 'elsewhere';
  /** For people: `anything with aws_security_group.callers in aws_subnet.a`. */
  readonly label: string;
  /** Ids of the owners of the interfaces, or of the relay. */
  readonly owners: readonly string[];
  readonly subnet?: Ref;
  readonly vpc?: string;
  readonly account?: Text;
  /** The groups that all of them have. */
  readonly groups: readonly Ref[];
  /** Where it may send from; none for relays that are no interfaces. */
  readonly addresses: AddressSet;
}

/** One way from those to the target, and what becomes of it. */
export interface Reach {
  readonly from: Reacher;
  /** What arrives at the target, as far as any of it may. */
  readonly traffic: Traffic;
  /** Whether all of it gets there, from each of them. */
  readonly passes: Truth;
  /** Whether any of it does. */
  readonly leaks: Truth;
  /** The way: if it does not pass, up to what blocks or is not known. */
  readonly hops: readonly Hop[];
  /** The way of what leaks; none when nothing does. */
  readonly leakingHops: readonly Hop[];
  /** Ids of the components that pass it on, from the first. */
  readonly via: readonly string[];
}
