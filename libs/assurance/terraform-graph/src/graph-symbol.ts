import type { Unknown } from '@culvert/symbolic';
import type { Resource } from './resource';
import type { Value } from './value';

const NONE: readonly Value[] = [];

/** What is known of a symbol besides its name. */
export interface GraphSymbolProps {
  readonly shape?: RegExp | undefined;
  readonly distinctAmong?: string | undefined;
  readonly candidates?: readonly Value[];
  readonly owner?: Resource;
}

/** An attribute's value that is known only after apply. */
export class GraphSymbol implements Unknown {
  /** Its stable name, such as `module.net.aws_subnet.a["x"].id`. */
  public readonly unknown: string;
  /** What the value looks like, where AWS documents it. */
  public readonly shape?: RegExp;
  /** Every symbol with this text is another value: the ids of what is created. */
  public readonly distinctAmong?: string;
  /**
   * What the value may be, or be made of, as far as the plan says; that may not be all. None when the
   * value is AWS's to choose.
   */
  public readonly candidates: readonly Value[];
  readonly #owner: Resource | undefined;

  public constructor(
    name: string,
    { shape, distinctAmong, candidates = NONE, owner }: GraphSymbolProps = {},
  ) {
    this.unknown = name;
    if (shape !== undefined) this.shape = shape;
    if (distinctAmong !== undefined) this.distinctAmong = distinctAmong;
    this.candidates = candidates;
    this.#owner = owner;
  }

  /** The resource that it is an attribute of. */
  public get owner(): Resource | undefined {
    return this.#owner;
  }

  public toString(): string {
    return `\${${this.unknown}}`;
  }
}
