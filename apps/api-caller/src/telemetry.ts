import type { ApiEvent, TokenProvider } from '@culvert/api-client';
import type { Credential } from '@culvert/credential';
import { CulvertError, RateLimited } from '@culvert/errors';
import { Logger, Redactor } from '@culvert/logger';
import type { TokenEvent } from '@culvert/okta-token';
import type { Environment } from './environment';
import { metrics } from './metrics';
import { RedactedTokens } from './private/redacted-tokens';

/** Tells logs and metrics what happened, and no secret. */
export class Telemetry {
  readonly #redactor = new Redactor();
  readonly #logger: Logger;

  constructor({ API_NAME, LOG_LEVEL }: Environment) {
    this.#logger = new Logger({ service: API_NAME, redactor: this.#redactor, level: LOG_LEVEL });
  }

  /** Counts what was read of a secret, and hides it from now on. */
  secretRead({ clientSecret, password, clientCertificate }: Partial<Credential<'password'>>): void {
    for (const secret of [clientSecret, password, clientCertificate?.key]) {
      if (secret !== undefined) this.#redactor.register(secret);
    }
    this.count(metrics.secretRead);
  }

  /** The same tokens, hidden from the moment that they are known, and counted when there is none. */
  watch(tokens: TokenProvider): TokenProvider {
    return new RedactedTokens(tokens, this.#redactor, (error) =>
      this.count(metrics.tokenFailure, error),
    );
  }

  readonly tokenEvent = (event: TokenEvent): void => {
    if (event.type === 'hit') this.count(metrics.tokenCacheHit);
    if (event.type === 'miss') this.count(metrics.tokenCacheMiss);
    if (event.type === 'refresh-failed') {
      this.count(metrics.tokenFailure, event.error);
      this.#logger.warn('the token was not refreshed, the old one lives on', event.error);
    }
  };

  readonly apiEvent = (event: ApiEvent): void => {
    if (event.type === 'attempt') {
      this.#logger.metric(metrics.apiLatency, event.durationMs, 'Milliseconds');
    }
  };

  /** An invocation that repeats one that failed. */
  repeated(): void {
    this.count(metrics.retry);
  }

  /** @param ids a part of the line, and of no metric */
  succeeded(ids: object, fields: object): void {
    this.#logger.child(ids).info('called', fields);
  }

  failed(ids: object, error: unknown): void {
    this.count(metrics.apiError, error);
    if (error instanceof RateLimited) this.count(metrics.throttled);
    this.#logger.child(ids).error('call failed', { error });
  }

  private count(metric: string, error?: unknown): void {
    const name = error instanceof CulvertError ? error.name : 'Error';
    this.#logger.metric(metric, 1, 'Count', error === undefined ? {} : { error: name });
  }
}
