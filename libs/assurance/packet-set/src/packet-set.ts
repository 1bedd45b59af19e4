import { AddressSet } from './address-set';
import type { Packet, PacketBox } from './packet';
import { type Family, FAMILIES } from './private/addresses';
import { difference, intersection, unionOf } from './private/algebra';
import { LEVEL, readBox, writeBoxes } from './private/box';
import { describeBox } from './private/describe';
import { type Diagram, equal } from './private/diagram';
import { holdsAt, lowestPlace, packetAt, placeOf } from './private/place';
import { project } from './private/points';

type ByFamily = Readonly<Record<Family, Diagram>>;

/**
 * Packets of IPv4 and IPv6: exact, immutable, and of one form only, so that sets of the same packets
 * are equal however they were made.
 */
export class PacketSet {
  public static readonly NONE = new PacketSet({ ipv4: false, ipv6: false });
  public static readonly ALL = new PacketSet({ ipv4: true, ipv6: true });

  private constructor(private readonly diagrams: ByFamily) {}

  /**
   * The packets of any of the boxes.
   *
   * @throws {@link PacketSetError} when a box asks for what there is none of
   */
  public static of(...boxes: readonly PacketBox[]): PacketSet {
    const read = boxes.map(readBox);
    return PacketSet.byFamily((family) => unionOf(read.map((diagram) => diagram(family))));
  }

  private static byFamily(diagrams: (family: Family) => Diagram): PacketSet {
    return new PacketSet({ ipv4: diagrams('ipv4'), ipv6: diagrams('ipv6') });
  }

  public union(...others: readonly PacketSet[]): PacketSet {
    return PacketSet.byFamily((family) =>
      unionOf([this, ...others].map(({ diagrams }) => diagrams[family])),
    );
  }

  public intersection({ diagrams }: PacketSet): PacketSet {
    return PacketSet.byFamily((family) => intersection(this.diagrams[family], diagrams[family]));
  }

  public difference({ diagrams }: PacketSet): PacketSet {
    return PacketSet.byFamily((family) => difference(this.diagrams[family], diagrams[family]));
  }

  public complement(): PacketSet {
    return PacketSet.ALL.difference(this);
  }

  public get isEmpty(): boolean {
    return this.equals(PacketSet.NONE);
  }

  public equals({ diagrams }: PacketSet): boolean {
    return FAMILIES.every((family) => equal(this.diagrams[family], diagrams[family]));
  }

  public isSubsetOf(other: PacketSet): boolean {
    return this.difference(other).isEmpty;
  }

  /** @throws {@link PacketSetError} when there can be no such packet */
  public contains(packet: Packet): boolean {
    const { family, place } = placeOf(packet);
    return holdsAt(this.diagrams[family], place);
  }

  /** One of the packets: the lowest by protocol, source, destination and ports, of IPv4 if there is one. */
  public witness(): Packet | undefined {
    for (const family of FAMILIES) {
      const place = lowestPlace(this.diagrams[family]);
      if (place !== undefined) {
        return packetAt(family, place);
      }
    }
    return undefined;
  }

  /** Where the packets come from. */
  public sources(): AddressSet {
    return AddressSet.byFamily((family) => project(LEVEL.source, this.diagrams[family]));
  }

  /** Where the packets go. */
  public destinations(): AddressSet {
    return AddressSet.byFamily((family) => project(LEVEL.destination, this.diagrams[family]));
  }

  /** The same packets the other way: addresses and ports change places, ICMP types and codes stay. */
  public reversed(): PacketSet {
    return PacketSet.of(
      ...this.boxes().map(
        ({ sources, destinations, sourcePorts, destinationPorts, ...rest }): PacketBox => ({
          ...rest,
          sources: destinations,
          destinations: sources,
          sourcePorts: destinationPorts,
          destinationPorts: sourcePorts,
        }),
      ),
    );
  }

  /** The packets as boxes of which no two share one, in a fixed order. */
  public boxes(): readonly PacketBox[] {
    return FAMILIES.flatMap((family) => writeBoxes(family, this.diagrams[family]));
  }

  public toJSON(): readonly PacketBox[] {
    return this.boxes();
  }

  /** A line for each box, such as `tcp 10.0.0.0/16 -> 10.1.0.0/24 ports any -> 443`. */
  public toString(): string {
    return this.boxes().map(describeBox).join('\n') || 'nothing';
  }
}
