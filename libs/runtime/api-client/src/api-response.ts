export interface ApiResponse<Body = unknown> {
  /** From 200 to 299: anything else is thrown. */
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined when the response has none. */
  readonly body: Body;
}
