import {
  type Family,
  FAMILIES,
  formatAddress,
  formatRanges,
  LAST_ADDRESS,
  parseAddress,
} from './private/addresses';
import { difference, intersection, unionOf } from './private/algebra';
import { equal } from './private/diagram';
import { interval, intervals, type Points } from './private/points';

type ByFamily = Readonly<Record<Family, Points>>;

/** Addresses of IPv4 and IPv6. */
export class AddressSet {
  public static readonly NONE = new AddressSet({ ipv4: false, ipv6: false });
  public static readonly ALL = new AddressSet({ ipv4: true, ipv6: true });

  private constructor(private readonly points: ByFamily) {}

  /**
   * Of addresses and ranges, such as `192.0.2.1`, `192.0.2.0/24` and `2001:db8::/32`.
   *
   * @throws {@link PacketSetError} when a text is neither
   */
  public static of(...ranges: readonly string[]): AddressSet {
    const parsed = ranges.map(parseAddress);
    return AddressSet.byFamily((family) =>
      unionOf(
        parsed.flatMap((range) =>
          range.family === family ? interval(range, LAST_ADDRESS[family]) : [],
        ),
      ),
    );
  }

  /** @internal */
  public static byFamily(points: (family: Family) => Points): AddressSet {
    return new AddressSet({ ipv4: points('ipv4'), ipv6: points('ipv6') });
  }

  /** @internal */
  public ofFamily(family: Family): Points {
    return this.points[family];
  }

  public union(...others: readonly AddressSet[]): AddressSet {
    return AddressSet.byFamily((family) =>
      unionOf([this, ...others].map(({ points }) => points[family])),
    );
  }

  public intersection({ points }: AddressSet): AddressSet {
    return AddressSet.byFamily((family) => intersection(this.points[family], points[family]));
  }

  public difference({ points }: AddressSet): AddressSet {
    return AddressSet.byFamily((family) => difference(this.points[family], points[family]));
  }

  public complement(): AddressSet {
    return AddressSet.ALL.difference(this);
  }

  public get isEmpty(): boolean {
    return this.equals(AddressSet.NONE);
  }

  public equals({ points }: AddressSet): boolean {
    return FAMILIES.every((family) => equal(this.points[family], points[family]));
  }

  public isSubsetOf(other: AddressSet): boolean {
    return this.difference(other).isEmpty;
  }

  /**
   * Whether the address, or all of the range, is among them.
   *
   * @throws {@link PacketSetError} when the text is neither
   */
  public contains(range: string): boolean {
    return AddressSet.of(range).isSubsetOf(this);
  }

  /** The lowest address, of IPv4 if there is one. */
  public witness(): string | undefined {
    for (const family of FAMILIES) {
      const [lowest] = intervals(this.points[family], LAST_ADDRESS[family]);
      if (lowest !== undefined) {
        return formatAddress(family, lowest.from);
      }
    }
    return undefined;
  }

  /** The fewest ranges that make up the set, in order. */
  public ranges(): readonly string[] {
    return FAMILIES.flatMap((family) =>
      intervals(this.points[family], LAST_ADDRESS[family]).flatMap((each) =>
        formatRanges(family, each),
      ),
    );
  }

  public toJSON(): readonly string[] {
    return this.ranges();
  }

  public toString(): string {
    return this.ranges().join(', ') || 'nothing';
  }
}
