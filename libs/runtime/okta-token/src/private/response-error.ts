import {
  AuthConfigError,
  ContractError,
  type CulvertError,
  RateLimited,
  Transient,
} from '@culvert/errors';
import { safeCause } from '@culvert/https';
import {
  OperationProcessingError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'oauth4webapi';

/** What to change, for each code of RFC 6749 that is a matter of configuration. */
const REFUSALS: Readonly<Record<string, string>> = {
  invalid_client: 'check the client id, its secret or public key, and how it authenticates',
  invalid_grant: 'check the name and password of the service account, and its sign-on policy',
  invalid_request: 'check how the client authenticates and the scopes',
  invalid_scope: 'check the scopes and that a custom authorization server has them',
  unauthorized_client: "check the client's grant types",
  unsupported_grant_type: "check the client's grant types",
  access_denied: "check the authorization server's access policies",
};

/** The server refused the client, the grant or the scope, and said so in the terms of OAuth. */
export class Refusal extends AuthConfigError {
  constructor(
    answer: string,
    readonly code?: string,
  ) {
    super(
      `${answer} ${code ?? 'with an unknown code'}: ${REFUSALS[code ?? ''] ?? 'check the client'}`,
    );
  }
}

/** The error for a response that no OAuth library need look at, if it is such a response. */
export function statusError({ status, headers }: Response, host: string): CulvertError | undefined {
  if (status === 429) {
    const retryAfterSeconds = secondsUntilReset(headers);
    const wait = retryAfterSeconds === undefined ? '' : `: wait for ${retryAfterSeconds} s`;
    return new RateLimited(`${host} answered 429${wait}`, { retryAfterSeconds });
  }
  if (status >= 500 || status === 408) {
    return new Transient(`${host} answered ${status}`);
  }
  return undefined;
}

/** Names what the OAuth library found wrong with a response. Its errors hold the body: none is kept. */
export function protocolError(error: unknown, { status }: Response, host: string): CulvertError {
  const answer = `${host} answered ${status}`;
  if (error instanceof ResponseBodyError) {
    return new Refusal(answer, Object.hasOwn(REFUSALS, error.error) ? error.error : undefined);
  }
  if (error instanceof WWWAuthenticateChallengeError) {
    return new Refusal(answer, 'invalid_client');
  }
  const what = error instanceof OperationProcessingError ? error.message : 'not a token';
  return new ContractError(`${answer}: ${what}: check the issuer, and proxies on the way`, {
    cause: safeCause(error),
  });
}

/**
 * Seconds until the limit is reset, by the clock that set it, and one more.
 *
 * @see https://developer.okta.com/docs/reference/rl-best-practices/
 */
function secondsUntilReset(headers: Headers): number | undefined {
  const reset = Number(headers.get('x-rate-limit-reset') ?? Number.NaN);
  const date = Date.parse(headers.get('date') ?? '');
  const now = Number.isNaN(date) ? Date.now() : date;
  const seconds = Math.ceil(reset - now / 1000);
  return Number.isSafeInteger(seconds) ? Math.max(seconds, 0) + 1 : undefined;
}
