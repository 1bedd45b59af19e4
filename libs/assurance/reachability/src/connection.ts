import type { PacketSet, Range } from '@culvert/packet-set';
import type { Truth } from '@culvert/symbolic';
import type { Hop } from './hop';
import type { Party } from './party';

/** What is sent. */
export interface Traffic {
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'icmpv6' | number;
  /** Of the destination; none for protocols without. */
  readonly ports?: readonly (number | Range)[];
}

/** A connection that is tried, without anything in between but the network. */
export interface ConnectionRequest {
  readonly from: Party;
  readonly to: Party;
  readonly traffic: Traffic;
}

/** Whether it comes about, and its way hop by hop; the first hop that blocks is the last. */
export interface Connection {
  /**
   * True if all of the traffic passes from each address to each address, and its replies; false if none
   * does; where some does, false when the addresses are known, else unknown. Of ICMP, an echo.
   */
  readonly passes: Truth;
  /** True if any of the traffic passes, from any port, answered or not (but of TCP): what `never` is about. */
  readonly leaks: Truth;
  readonly hops: readonly Hop[];
  /** The way of what passes, if any does or may: what `leaks` is about. */
  readonly leakingHops: readonly Hop[];
  /** The requests that pass, from any of the addresses to any. */
  readonly packets: { readonly surely: PacketSet; readonly perhaps: PacketSet };
}
