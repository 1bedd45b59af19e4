import { SecretsManagerServiceException } from '@aws-sdk/client-secrets-manager';

const ADVICE: Readonly<Record<string, string>> = {
  AccessDeniedException:
    'allow secretsmanager:GetSecretValue to this role, also in the endpoint policy',
  DecryptionFailure: "allow kms:Decrypt to this role in the key's policy",
  InvalidRequestException: 'see whether the secret is scheduled for deletion',
  ResourceNotFoundException: 'give it a value, or correct its name, stage or Region',
  ThrottlingException: 'read it less often',
};

/**
 * What went wrong, in words that cannot hold what was read. The message of a response that cannot be
 * parsed quotes it, and the client's errors carry the response.
 */
export function failure(error: unknown): string {
  if (error instanceof SecretsManagerServiceException) {
    const { httpStatusCode: status, requestId } = error.$metadata;
    const advice = ADVICE[error.name];
    const details = `status ${status}${requestId ? `, request ${requestId}` : ''}`;
    return `${error.name} (${details})${advice ? `, ${advice}` : ''}`;
  }
  if (!(error instanceof Error)) return typeof error;
  // The client names a broken connection a TimeoutError, too; its code says which it was.
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return 'no answer in time, check the endpoint and its security group';
  return error.name;
}
