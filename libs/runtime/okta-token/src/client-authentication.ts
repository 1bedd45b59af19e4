import type { ClientAuth } from 'oauth4webapi';

/** What a proof may depend on. */
export interface ProofContext {
  /** Seconds since 1970, by the clock of the authorization server as far as it is known. */
  readonly serverTime: () => number;
  /** Aborted when nobody waits for the token any more. */
  readonly signal: AbortSignal;
}

/** How the client proves to the authorization server who it is. */
export interface ClientAuthentication {
  /** The proof, made anew for each request. */
  prove(context: ProofContext): Promise<ClientAuth>;

  /**
   * Called when the server refused the proof.
   *
   * @returns whether a new proof would differ, so that one more request makes sense
   */
  renew(context: ProofContext): Promise<boolean>;
}
