import {
  AuthConfigError,
  type CulvertError,
  RateLimited,
  SecretUnavailable,
  Transient,
} from '@culvert/errors';

const THROTTLED = /Throttl|TooManyRequests|LimitExceeded/;

interface AwsFailure {
  readonly name?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** Names what an AWS service failed with. Of the error itself, which may hold a request, only its name is kept. */
export function awsError(error: unknown, service: 'Secrets Manager' | 'KMS'): CulvertError {
  const { name = 'Error', $metadata } = error as AwsFailure;
  const message = `${service} answered ${name}`;
  const status = $metadata?.httpStatusCode;
  if (THROTTLED.test(name)) return new RateLimited(message);
  if (status === undefined || status >= 500) return new Transient(message);
  return service === 'KMS'
    ? new AuthConfigError(`${message}: check the role's permissions and the key's state and policy`)
    : new SecretUnavailable(`${message}: check the role's permissions and the secret's policy`);
}
