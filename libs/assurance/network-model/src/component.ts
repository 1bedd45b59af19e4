import type { Text, Unknown } from '@culvert/symbolic';

/** Something of a network. */
export interface Component {
  /** Tells it from others of its kind: AWS's id or ARN when known, else its symbol's name. */
  readonly id: string;
  /** What Terraform calls it, to find it again; the id of what only its id is known of. */
  readonly name: string;
  /** Twelve digits, or a symbol. */
  readonly account: Text;
  /** Such as `eu-central-1`, or a symbol. */
  readonly region: Text;
  /** Its tags, as far as they are known. */
  readonly tags: Readonly<Record<string, Text>>;
}

/** The id of another component, or a symbol when it cannot be told which it is. */
export type Ref = string | Unknown;

/** Facts that no document holds, each a name such as `rules of sg-0a1b2c3d`; none when all is known. */
export type Missing = readonly string[];
