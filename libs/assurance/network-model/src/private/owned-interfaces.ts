import type { Network } from '../network';
import type { NetworkInterface } from '../network-interface';
import { once } from './by-id';
import { groupedBy } from './resources';

const byOwner = once((network: Network) =>
  groupedBy(network.interfaces.values(), ({ owner }) => [owner]),
);

/** The interfaces of an owner. */
export function interfacesOf(network: Network, owner: string): readonly NetworkInterface[] {
  return byOwner(network).get(owner) ?? [];
}
