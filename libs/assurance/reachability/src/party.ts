import type { NetworkInterface } from '@culvert/network-model';
import type { AddressSet } from '@culvert/packet-set';

/** An interface of the network, or one that somebody might put there: with a group, in a subnet. */
export interface InterfaceParty {
  readonly kind: 'interface';
  readonly interface: NetworkInterface;
}

/** Addresses that no VPC here has. */
export interface OutsideParty {
  readonly kind: 'outside';
  /** `on-prem` is what is behind VPN, Direct Connect and Connect. */
  readonly zone: 'internet' | 'on-prem';
  readonly addresses: AddressSet;
}

/** Who begins a connection, or whom it is for. */
export type Party = InterfaceParty | OutsideParty;
