import type { PacketBox, Range } from '../packet';
import { type Protocol, protocolName } from '../protocol';

/** Such as `tcp 10.0.0.0/16 -> 10.1.0.0/24 ports 1024-65535 -> 443`. */
export function describeBox(box: PacketBox): string {
  const { protocols, sources, destinations, sourcePorts, destinationPorts } = box;
  const { icmpTypes, icmpCodes } = box;
  return [
    list(protocols, nameOf),
    `${String(sources)} -> ${String(destinations)}`,
    ...(sourcePorts || destinationPorts
      ? [`ports ${list(sourcePorts, String)} -> ${list(destinationPorts, String)}`]
      : []),
    ...(icmpTypes || icmpCodes
      ? [`type ${list(icmpTypes, String)} code ${list(icmpCodes, String)}`]
      : []),
  ].join(' ');
}

function list(
  values: readonly (Protocol | Range)[] | undefined,
  name: (value: Protocol) => string,
): string {
  const texts = values?.map((value) => {
    if (typeof value !== 'object') {
      return name(value);
    }
    const { from, to } = value;
    return from === to ? name(from) : `${from}-${to}`;
  });
  return texts?.join(', ') ?? 'any';
}

function nameOf(protocol: Protocol): string {
  return typeof protocol === 'number' ? protocolName(protocol) : protocol;
}
