import { type Packet, PacketSet } from '@culvert/packet-set';
import { FALSE, TRUE, type Truth, unknownFor } from '@culvert/symbolic';

/** Packets that are treated one way or another, for want of these facts. */
export interface Doubt {
  readonly packets: PacketSet;
  readonly missing: readonly string[];
}

/** What passes: surely, whatever the unknown values are, and perhaps; what surely does, perhaps does. */
export class Passage {
  public static readonly NONE = Passage.of(PacketSet.NONE);
  public static readonly ALL = Passage.of(PacketSet.ALL);

  public constructor(
    public readonly surely: PacketSet,
    public readonly perhaps: PacketSet,
    private readonly doubts: readonly Doubt[] = [],
  ) {}

  /** Just these packets, without doubt. */
  public static of(packets: PacketSet): Passage {
    return new Passage(packets, packets);
  }

  /** The facts without which some packets cannot be decided, by name and sorted. */
  public get missing(): readonly string[] {
    const open = this.perhaps.difference(this.surely);
    return this.factsFor((packets) => !packets.intersection(open).isEmpty);
  }

  /** Whether the packet passes. */
  public passes(packet: Packet): Truth {
    if (this.surely.contains(packet)) {
      return TRUE;
    }
    return this.perhaps.contains(packet)
      ? unknownFor(...this.factsFor((packets) => packets.contains(packet)))
      : FALSE;
  }

  /** What passes both, one after the other. */
  public intersection(other: Passage): Passage {
    return new Passage(
      this.surely.intersection(other.surely),
      this.perhaps.intersection(other.perhaps),
      [...this.doubts, ...other.doubts],
    );
  }

  /** What passes of these packets, and what is missing to tell. */
  public within(packets: PacketSet): Passage {
    return new Passage(
      this.surely.intersection(packets),
      this.perhaps.intersection(packets),
      this.doubts,
    );
  }

  /** What passes any of them: several ways to one end. */
  public union(...others: readonly Passage[]): Passage {
    const all = [this, ...others];
    return new Passage(
      PacketSet.NONE.union(...all.map(({ surely }) => surely)),
      PacketSet.NONE.union(...all.map(({ perhaps }) => perhaps)),
      all.flatMap(({ doubts }) => doubts),
    );
  }

  /** The packets in another light; more packets must not become fewer. */
  public map(change: (packets: PacketSet) => PacketSet): Passage {
    const always = change(PacketSet.NONE);
    return new Passage(
      change(this.surely),
      change(this.perhaps),
      this.doubts.map(({ packets, missing }) => ({
        packets: change(packets).difference(always),
        missing,
      })),
    );
  }

  private factsFor(matters: (packets: PacketSet) => boolean): readonly string[] {
    const facts = this.doubts.flatMap(({ packets, missing }) => (matters(packets) ? missing : []));
    return [...new Set(facts)].sort();
  }
}
