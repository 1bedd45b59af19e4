import type { Range } from '@culvert/packet-set';
import type { Traffic } from '../connection';
import { connect } from '../network';
import type { Party } from '../party';
import { partiesAt } from '../relays/arrive';
import type { Model } from '../relays/model';
import type { Stop } from '../relays/place';
import { isOnePort, rangeOf } from '../relays/ports';

/** The part of the traffic that arrives from any of these, or may. */
export function reachedTraffic(
  model: Model,
  senders: readonly Party[],
  { place, traffic }: Stop,
): Traffic {
  if (traffic.ports === undefined || isOnePort(traffic)) {
    return traffic;
  }
  const connections = senders.flatMap((from) =>
    partiesAt(model, place).map((to) => connect(model.network, { from, to, traffic })),
  );
  const ports = connections.flatMap(({ packets }) =>
    (packets?.perhaps.boxes() ?? []).flatMap(({ destinationPorts = [] }) => destinationPorts),
  );
  return ports.length === 0 ? traffic : { ...traffic, ports: joined(ports.map(rangeOf)) };
}

function joined(ranges: readonly Range[]): readonly Range[] {
  const all: { from: number; to: number }[] = [];
  for (const { from, to } of [...ranges].sort((one, other) => one.from - other.from)) {
    const last = all.at(-1);
    if (last !== undefined && from <= last.to + 1) {
      last.to = Math.max(last.to, to);
    } else {
      all.push({ from, to });
    }
  }
  return all;
}
