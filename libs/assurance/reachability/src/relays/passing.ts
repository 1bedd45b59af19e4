import type { Passage } from '@culvert/packet-filter';
import { type AddressSet, type PacketBox, PacketSet } from '@culvert/packet-set';
import { FALSE, TRUE, truthOf, unknownFor } from '@culvert/symbolic';
import type { Connection, Traffic } from '../connection';

/** The packets that open the connection. */
export function packetsOf(
  sources: AddressSet,
  destinations: AddressSet,
  { protocol, ports }: Traffic,
): PacketSet {
  const protocols: PacketBox['protocols'] =
    typeof protocol === 'number' ? [{ from: protocol, to: protocol }] : [protocol];
  return PacketSet.of({
    sources,
    destinations,
    protocols,
    ...(ports === undefined || !hasPorts(protocol) ? {} : { destinationPorts: ports }),
  });
}

function hasPorts(protocol: Traffic['protocol']): boolean {
  return protocol === 'tcp' || protocol === 'udp';
}

/**
 * Whether all of the packets pass, and whether any does.
 *
 * @param places the facts that tell which of the packets there will be, when not all of them
 */
export function passing(
  passage: Passage,
  packets: PacketSet,
  places: readonly string[] = [],
): Pick<Connection, 'passes' | 'leaks'> {
  const surely = passage.surely.intersection(packets);
  const perhaps = passage.perhaps.intersection(packets);
  if (packets.isEmpty || perhaps.isEmpty) {
    return { passes: FALSE, leaks: FALSE };
  }
  if (surely.equals(packets)) {
    return { passes: TRUE, leaks: TRUE };
  }
  const doubtful = perhaps.equals(packets) || places.length > 0;
  return {
    passes: doubtful ? unknownFor(...passage.missing, ...places) : truthOf(false),
    leaks: surely.isEmpty || places.length > 0 ? unknownFor(...passage.missing, ...places) : TRUE,
  };
}
