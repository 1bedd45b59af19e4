import type { Unknown } from '@culvert/symbolic';

/** An address or a range such as `192.0.2.0/24`, or one that is known only after apply. */
export type Address = string | UnknownAddress;

export interface UnknownAddress extends Unknown {
  /**
   * Where it will be, such as its subnet's range.
   *
   * @default - anywhere
   */
  readonly within?: readonly string[];
}

/**
 * The entries of a prefix list, or the members of a security group: the private addresses of all
 * interfaces that it is attached to, as AWS compares no others.
 */
export interface AddressList {
  readonly name: string;
  readonly addresses: readonly Address[] | Unknown;
}
