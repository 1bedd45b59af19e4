/** Something that attributes hold to name a resource: an id, an ARN or a name. */
export interface Identifier {
  /** The attributes it comes from, such as `aws_vpc.id`; the first of a type is the usual one. */
  readonly of: readonly string[];
  /** What it looks like. */
  readonly shape?: RegExp;
  /** Whether text could be made of it and still stand there, so that nothing else may be in it. */
  readonly alone?: boolean;
  /** The kinds of identifier of which it may be any. */
  readonly kinds?: readonly Identifier[];
}
