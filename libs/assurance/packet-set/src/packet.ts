import type { AddressSet } from './address-set';
import type { Protocol } from './protocol';

/** One packet. Source and destination are of one version of IP. */
export interface Packet {
  readonly source: string;
  readonly destination: string;
  readonly protocol: Protocol;
  /** Of TCP and UDP, whose packets have both ports. */
  readonly sourcePort?: number;
  readonly destinationPort?: number;
  /** Of ICMP, whose packets have both. */
  readonly icmpType?: number;
  readonly icmpCode?: number;
}

/** Numbers from one to another, both included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Packets that have all of these properties; what is not said may be anything. */
export interface PacketBox {
  readonly sources?: AddressSet;
  readonly destinations?: AddressSet;
  readonly protocols?: readonly (Protocol | Range)[];
  /** Of TCP and UDP: other protocols have none, so name the `protocols` too. */
  readonly sourcePorts?: readonly (number | Range)[];
  readonly destinationPorts?: readonly (number | Range)[];
  /** Of ICMP: other protocols have none, so name the `protocols` too. */
  readonly icmpTypes?: readonly (number | Range)[];
  readonly icmpCodes?: readonly (number | Range)[];
}
