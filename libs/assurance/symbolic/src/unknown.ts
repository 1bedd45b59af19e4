/** A value known only after apply. Symbols of one name are equal values. */
export interface Unknown {
  /** The stable name of the value, such as `aws_vpc_endpoint.api.id`. */
  readonly unknown: string;
  /**
   * What the value looks like, such as `/^vpce-[0-9a-f]+$/`: a sequence of characters and classes, each
   * with an optional quantifier, that is the whole value. Other syntax (groups, alternatives) constrains
   * nothing.
   *
   * @default - any text
   */
  readonly shape?: RegExp;
  /**
   * Names a set of which every symbol is another value, such as the ids of all endpoints. Without it,
   * whether two symbols of different names are equal is unknown.
   *
   * @default - may be equal to any other value
   */
  readonly distinctAmong?: string;
}

/** Whether the value is a symbol. */
export function isUnknown(value: unknown): value is Unknown {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<Unknown>).unknown === 'string'
  );
}
