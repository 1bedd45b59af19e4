/** How long a provider may take. */
export interface TokenWait {
  /** Milliseconds that are left. */
  readonly remainingMs: number;
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal;
}

/** Where bearer tokens come from; an `OktaToken` is one. */
export interface TokenProvider {
  get(wait: TokenWait): Promise<string>;
  /** Another token, since the API answered 401 to this one. */
  renew(refused: string, wait: TokenWait): Promise<string>;
}
