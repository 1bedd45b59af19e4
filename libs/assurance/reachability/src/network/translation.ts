import type { NetworkInterface } from '@culvert/network-model';
import { EPHEMERAL_PORTS, Passage } from '@culvert/packet-filter';
import { AddressSet, type Packet, type PacketBox, PacketSet } from '@culvert/packet-set';

const WITH_PORTS = [6, 17];
const FAMILIES = ['0.0.0.0/0', '::/0'].map((range) => AddressSet.of(range));

/** What becomes of packets that go on from the address of a NAT gateway or an appliance. */
export class Translation {
  private readonly translated: PacketSet;

  public constructor(private readonly by: NetworkInterface) {
    const sources = by.addresses;
    this.translated = PacketSet.of(
      { sources, protocols: WITH_PORTS, sourcePorts: [EPHEMERAL_PORTS.any] },
      {
        sources,
        protocols: [
          { from: 0, to: 5 },
          { from: 7, to: 16 },
          { from: 18, to: 255 },
        ],
      },
    );
  }

  /** The packets before, of which those that go on pass, from whatever address and port they do. */
  public before(beyond: Passage): Passage {
    const some = withoutSource(this.translated.intersection(beyond.surely));
    const open = withoutSource(this.translated.difference(beyond.surely));
    const surely = some.difference(open);
    const perhaps = withoutSource(this.translated.intersection(beyond.perhaps));
    const { name, placed } = this.by;
    const facts = [...beyond.missing, ...(placed ? [] : [`${name}.private_ip`])];
    return new Passage(surely, perhaps, [
      {
        packets: perhaps.difference(surely),
        missing: facts.length > 0 ? facts : [`port that ${name} sends from`],
      },
    ]);
  }

  /** A packet as it goes on, that shows best what becomes of those like it. */
  public example(packet: Packet, beyond: Passage): Packet {
    const { destination, protocol, destinationPort, icmpType, icmpCode } = packet;
    const box: PacketBox = {
      destinations: AddressSet.of(destination),
      protocols: [protocol],
      ...(destinationPort === undefined ? {} : { destinationPorts: [destinationPort] }),
      ...(icmpType === undefined ? {} : { icmpTypes: [icmpType] }),
      ...(icmpCode === undefined ? {} : { icmpCodes: [icmpCode] }),
    };
    const all = this.translated.intersection(PacketSet.of(box));
    const { surely, perhaps } = beyond;
    const inDoubt = all.intersection(perhaps).difference(surely);
    const candidates = this.before(beyond).surely.contains(packet) ? [surely] : [inDoubt, perhaps];
    for (const each of candidates) {
      const example = all.intersection(each).witness();
      if (example !== undefined) return example;
    }
    return all.witness() ?? packet;
  }
}

/** The packets from any address and port. */
export function withoutSource(packets: PacketSet): PacketSet {
  return PacketSet.of(
    ...FAMILIES.flatMap((family) =>
      packets
        .intersection(PacketSet.of({ destinations: family }))
        .boxes()
        .map(({ protocols, destinations = family, destinationPorts, icmpTypes, icmpCodes }) => ({
          ...(protocols && { protocols }),
          destinations: destinations.intersection(family),
          ...(destinationPorts && { destinationPorts }),
          ...(icmpTypes && { icmpTypes }),
          ...(icmpCodes && { icmpCodes }),
        })),
    ),
  );
}
