import {
  AuthConfigError,
  type CulvertError,
  RateLimited,
  TlsTrustError,
  Transient,
} from '@culvert/errors';
import { safeCause, transportError } from '@culvert/https';

const PASSING = new Set(['KeyUnavailableException', 'DependencyTimeoutException']);
const THROTTLING = new Set(['ThrottlingException', 'LimitExceededException']);

/** KMS does not sign with this key: it may have been replaced. */
export class KeyRefused extends AuthConfigError {}

/** Names what KMS, or the way to it, failed with. The SDK has retried what it retries. */
export function kmsError(error: unknown, keyId: string): CulvertError {
  const { name = 'Error', $metadata } = error as {
    name?: string;
    $metadata?: { httpStatusCode?: number };
  };
  const transport = transportError(error, 'kms');
  if (transport instanceof TlsTrustError) {
    return transport;
  }
  const cause = safeCause(error);
  const message = `kms key ${keyId} did not sign: ${name}`;
  const status = $metadata?.httpStatusCode;
  if (THROTTLING.has(name)) {
    return new RateLimited(message, { cause });
  }
  if (status === undefined || status >= 500 || PASSING.has(name)) {
    return new Transient(message, { cause });
  }
  return new KeyRefused(
    `${message}: check the key's state, usage and policy, and the role's kms:Sign`,
    { cause },
  );
}
