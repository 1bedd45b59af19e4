/** What secrets of a kind look like. */
export interface Format {
  /** With its article, such as `a GitHub token`. */
  readonly kind: string;
  readonly pattern: RegExp;
  /** What tells it from what only looks like it. */
  readonly check?: (match: string) => boolean;
}
