import type { PacketSet } from '@culvert/packet-set';
import type { Component } from './component';

/**
 * A firewall, a Gateway Load Balancer's endpoint or an instance on the way, of which somebody says what it
 * lets pass. Its id is that of the interface's owner, or the endpoint's.
 */
export interface Appliance extends Component {
  /** Requests, whose replies pass too. */
  readonly passes: PacketSet;
}
