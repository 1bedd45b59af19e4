import { CulvertError, RateLimited, Transient } from '@culvert/errors';
import { safeCause } from '@culvert/https';
import type { CallOptions } from '../call-options';
import type { TokenEvent } from '../token-event';
import type { AccessToken } from './access-token';
import { Flight, requireTime, type Waiting } from './flight';

const REFRESH_LIMIT_MS = 30_000;
const REFRESH_PAUSE_MS = 30_000;

/** One token, requested once however many ask for it, and kept alive while it is asked for. */
export class TokenCache {
  #token: AccessToken | undefined;
  #flight: Flight<AccessToken> | undefined;
  #noRefreshBefore = 0;

  constructor(
    private readonly request: (waiting: Waiting) => Promise<AccessToken>,
    private readonly observe: (event: TokenEvent) => void,
  ) {}

  async get(options: CallOptions): Promise<string> {
    requireTime(options);
    const token = this.#token;
    if (token !== undefined && Date.now() < token.expiresAt) {
      this.observe({ type: 'hit' });
      this.refresh(token);
      return token.value;
    }
    this.observe({ type: 'miss' });
    const { value } = await this.flight().wait(options);
    return value;
  }

  async renew(refused: string, options: CallOptions): Promise<string> {
    if (this.#token?.value === refused) {
      this.#token = undefined;
    }
    return this.get(options);
  }

  private refresh({ refreshAt }: AccessToken): void {
    if (this.#flight !== undefined || Date.now() < Math.max(refreshAt, this.#noRefreshBefore)) {
      return;
    }
    this.flight()
      .wait({ remainingMs: REFRESH_LIMIT_MS })
      .then(
        () => ({ type: 'refreshed' }) as const,
        (error) => this.refreshFailed(error),
      )
      .then(this.observe);
  }

  private refreshFailed(thrown: unknown): TokenEvent {
    const error =
      thrown instanceof CulvertError
        ? thrown
        : new Transient('the refresh failed', { cause: safeCause(thrown) });
    const asked = error instanceof RateLimited ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
    this.#noRefreshBefore = Date.now() + Math.max(asked, REFRESH_PAUSE_MS);
    return { type: 'refresh-failed', error };
  }

  /** The flight under way, or a new one. A failed one leaves nothing behind. */
  private flight(): Flight<AccessToken> {
    if (this.#flight === undefined || this.#flight.abandoned) {
      const flight: Flight<AccessToken> = new Flight(async (waiting) => {
        try {
          this.#token = await this.request(waiting);
          return this.#token;
        } finally {
          if (this.#flight === flight) {
            this.#flight = undefined;
          }
        }
      });
      this.#flight = flight;
    }
    return this.#flight;
  }
}
