import type { InterfaceKind } from '../../network-interface';

/** Where a resource says of its interfaces where and what they are; blocks with `.`, such as `vpc_config.subnet_ids`. */
export interface Shape {
  readonly kind: InterfaceKind;
  readonly subnets: string | SubnetGroup;
  /** @default - none are given */
  readonly groups?: string;
  /** Addresses, one for each subnet. */
  readonly addresses?: string;
  /** A flag; what it says when it is not set. */
  readonly isPublic?: { readonly flag: string; readonly byDefault: boolean };
  /** A flag or a kind of addresses: `dualstack`, `ipv6`. */
  readonly ipv6?: string;
  /** Whether it has further groups, which AWS or a service makes. */
  readonly ownGroups?: string;
  /** Where its role is. */
  readonly role?: string;
}

/** Subnets that are named by the group they are in. */
export interface SubnetGroup {
  /** The attribute that names the group. */
  readonly named: string;
  readonly type: string;
  /** The group's attribute that it is named by. */
  readonly by: string;
}
