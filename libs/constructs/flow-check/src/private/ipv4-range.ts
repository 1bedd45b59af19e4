import { Address4 } from 'ip-address';

/** An IPv4 range in its canonical form. */
export class Ipv4Range {
  /** The range that a text names, a single address being a /32; `undefined` when it names none. */
  public static parse(text: unknown): Ipv4Range | undefined {
    return typeof text === 'string' && Address4.isValid(text)
      ? new Ipv4Range(new Address4(text))
      : undefined;
  }

  /** Such as `10.20.0.0/16`. */
  public readonly cidr: string;
  public readonly prefix: number;

  private constructor(private readonly address: Address4) {
    this.prefix = address.subnetMask;
    this.cidr = `${address.startAddress().correctForm()}/${this.prefix}`;
  }

  public contains(other: Ipv4Range): boolean {
    return other.address.isInSubnet(this.address);
  }

  public overlaps(other: Ipv4Range): boolean {
    return this.contains(other) || other.contains(this);
  }

  /** The lower and the upper half of a range that is not a single address. */
  public halves(): readonly [Ipv4Range, Ipv4Range] {
    const prefix = this.prefix + 1;
    const half = (first: bigint) =>
      new Ipv4Range(new Address4(`${Address4.fromBigInt(first).correctForm()}/${prefix}`));
    const first = this.address.startAddress().bigInt();
    return [half(first), half(first + (1n << BigInt(32 - prefix)))];
  }
}

/** The ranges that IP targets of a load balancer may be in outside its VPC: RFC 1918 and RFC 6598. */
const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].flatMap(
  (cidr) => Ipv4Range.parse(cidr) ?? [],
);

export function isPrivate(range: Ipv4Range): boolean {
  return PRIVATE_RANGES.some((each) => each.contains(range));
}
