import { AddressSet } from '../address-set';
import type { PacketBox } from '../packet';
import { PacketSetError } from '../packet-set-error';
import { ICMP, PORTS, protocolName, protocolNumber } from '../protocol';
import type { Family } from './addresses';
import { difference, intersection } from './algebra';
import type { Diagram } from './diagram';
import { type Numbers, pointsOf, rangesOf } from './numbers';
import { byChild, intervals, onLevel, type Points } from './points';

/** The order of the dimensions. ICMP has type and code where others have ports. */
export const LEVEL = { protocol: 0, source: 1, destination: 2, first: 3, second: 4 } as const;
const LAST_PROTOCOL = 255;

/** Protocols that have more than addresses, and what they have. */
const KINDS = [
  {
    what: 'port',
    last: 65_535,
    protocols: pointsOf('protocol', PORTS, LAST_PROTOCOL),
    said: ({ sourcePorts, destinationPorts }: PacketBox) => [sourcePorts, destinationPorts],
    names: ['sourcePorts', 'destinationPorts'],
  },
  {
    what: 'ICMP type or code',
    last: 255,
    protocols: pointsOf('protocol', ICMP, LAST_PROTOCOL),
    said: ({ icmpTypes, icmpCodes }: PacketBox) => [icmpTypes, icmpCodes],
    names: ['icmpTypes', 'icmpCodes'],
  },
] as const;

/** @throws {@link PacketSetError} */
export function readBox(box: PacketBox): (family: Family) => Diagram {
  const protocols = readProtocols(box);
  const kind = KINDS.find((each) => isSaid(each.said(box)));
  const [first, second] = kind?.said(box) ?? [];
  const ends = (numbers: Numbers | undefined) =>
    kind && numbers ? pointsOf(kind.what, numbers, kind.last) : true;
  const inside = onLevel(LEVEL.first, ends(first), onLevel(LEVEL.second, ends(second), true));
  return (family) => {
    const { sources, destinations } = box;
    const to = onLevel(LEVEL.destination, destinations?.ofFamily(family) ?? true, inside);
    const from = onLevel(LEVEL.source, sources?.ofFamily(family) ?? true, to);
    return onLevel(LEVEL.protocol, protocols, from);
  };
}

function readProtocols({ protocols: named, ...box }: PacketBox): Points {
  const numbers = named?.map((each) => (typeof each === 'object' ? each : protocolNumber(each)));
  const protocols = numbers ? pointsOf('protocol', numbers, LAST_PROTOCOL) : true;
  for (const { what, said, protocols: having } of KINDS) {
    const [without] = intervals(difference(protocols, having), LAST_PROTOCOL);
    if (isSaid(said(box)) && without !== undefined) {
      throw new PacketSetError(
        `protocol ${protocolName(Number(without.from))} has no ${what}: name only protocols that have`,
      );
    }
  }
  return protocols;
}

function isSaid(numbers: readonly (Numbers | undefined)[]): boolean {
  return numbers.some((each) => each !== undefined);
}

/** The boxes of a diagram, each property of them once for all that is alike. */
export function writeBoxes(family: Family, diagram: Diagram): readonly PacketBox[] {
  return byChild(LEVEL.protocol, diagram).flatMap(([protocols, below]) =>
    byChild(LEVEL.source, below).flatMap(([sources, beyond]) =>
      byChild(LEVEL.destination, beyond).flatMap(([destinations, ends]) => {
        const addresses = {
          sources: AddressSet.byFamily((each) => each === family && sources),
          destinations: AddressSet.byFamily((each) => each === family && destinations),
        };
        return writeEnds(protocols, ends).map((rest) => ({ ...addresses, ...rest }));
      }),
    ),
  );
}

function writeEnds(protocols: Points, ends: Diagram): readonly PacketBox[] {
  if (typeof ends === 'boolean') {
    return ends ? [writeProtocols(protocols)] : [];
  }
  return KINDS.flatMap(({ last, names, protocols: having }) => {
    const those = intersection(protocols, having);
    const boxes = byChild(LEVEL.first, ends).flatMap(([first, below]) =>
      byChild(LEVEL.second, below).flatMap(([second, holds]) =>
        holds === false
          ? []
          : {
              ...writeProtocols(those),
              ...writeNumbers(names[0], first, last),
              ...writeNumbers(names[1], second, last),
            },
      ),
    );
    return those === false ? [] : boxes;
  });
}

function writeProtocols(protocols: Points): PacketBox {
  return writeNumbers('protocols', protocols, LAST_PROTOCOL);
}

function writeNumbers(name: keyof PacketBox, points: Points, last: number): PacketBox {
  const ranges = rangesOf(points, last);
  return ranges === undefined ? {} : { [name]: ranges };
}
