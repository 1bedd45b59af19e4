import {
  AuthConfigError,
  ContractError,
  type CulvertError,
  DeadlineExceeded,
  Forbidden,
  NotFound,
  OutcomeUnknown,
  RateLimited,
  Transient,
} from '@culvert/errors';
import { transportError } from '@culvert/https';
import { isHTTPError, isNetworkError, isTimeoutError } from 'ky';
import { retryAfterSeconds } from './retry-after';

/** Names what kept a call from its result. Errors with a name of ours, and mistakes, stay as they are. */
export function namedError(error: unknown, host: string): unknown {
  if (isTimeoutError(error)) {
    return new DeadlineExceeded(`no answer from ${host} in the time that was left`);
  }
  if (isHTTPError(error)) {
    return statusError(error.response, host);
  }
  return isNetworkError(error) ? transportError(error, host) : error;
}

/** What to throw for a request that is not safe to repeat, and may have been done. */
export function unrepeatable(error: unknown, method: string): unknown {
  return error instanceof Transient || error instanceof DeadlineExceeded
    ? new OutcomeUnknown(
        `${error.message}: the ${method} may have been done: look before it is sent again, or give it an idempotency key`,
        { cause: error },
      )
    : error;
}

/** The response's body is not read: it may hold personal data. */
function statusError({ status, headers }: Response, host: string): CulvertError {
  const message = `${host} answered ${status}`;
  if (status >= 500 || status === 408) {
    return new Transient(message);
  }
  switch (status) {
    case 401:
      return new AuthConfigError(
        `${message}, also to a renewed token if there is one: check its audience, issuer and scopes`,
      );
    case 403:
      return new Forbidden(`${message}: check the scopes, and the policies on the way`);
    case 404:
      return new NotFound(message);
    case 429:
      return new RateLimited(message, { retryAfterSeconds: retryAfterSeconds(headers) });
    default:
      return new ContractError(`${message}: check the request against the API's contract`);
  }
}
