import { AuthConfigError, type CulvertError, RateLimited, Transient } from '@culvert/errors';
import { isTrustFailure, safeCause, trustError } from './transport-error';

const PASSING = new Set(['KeyUnavailableException', 'DependencyTimeoutException']);
const THROTTLING = new Set(['ThrottlingException', 'LimitExceededException']);

/** Names what KMS, or the way to it, failed with. The SDK has retried what it retries. */
export function kmsError(error: unknown, keyId: string): CulvertError {
  const { name = 'Error', $metadata } = error as {
    name?: string;
    $metadata?: { httpStatusCode?: number };
  };
  const cause = safeCause(error);
  const message = `kms key ${keyId} did not sign: ${name}`;
  const status = $metadata?.httpStatusCode;
  if (isTrustFailure(error)) {
    return trustError('kms', error);
  }
  if (THROTTLING.has(name)) {
    return new RateLimited(message, { cause });
  }
  if (status === undefined || status >= 500 || PASSING.has(name)) {
    return new Transient(message, { cause });
  }
  return new AuthConfigError(
    `${message}: check the key's state, usage and policy, and the role's kms:Sign`,
    { cause },
  );
}
