/**
 * Which requests: those of one purpose, one such as `DELETE /api/v1/apps/0oa1/credentials/jwks/pks1`,
 * or `*`.
 */
export type Route = 'token' | 'management-token' | 'management' | '*' | `${string} /${string}`;

/**
 * What goes wrong: an answer with a status, a connection that breaks before anything is done (`reset`)
 * or after everything was done (`lost`), or no answer at all.
 */
export type FaultKind =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** @default an error in the form that Okta gives */
      readonly body?: unknown;
    }
  | 'reset'
  | 'lost'
  | 'hang';

export interface FaultTimes {
  /** Requests that go well before. @default 0 */
  readonly skip?: number;
  /** Requests that do not. @default 1 */
  readonly times?: number;
}
