import { InvalidInput } from '@culvert/errors';
import { schemaProblems } from '@culvert/schema-problems';
import validators from './generated/validators';

/**
 * What Secrets Manager invokes the function with.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export interface RotationEvent {
  readonly Step: 'createSecret' | 'setSecret' | 'testSecret' | 'finishSecret';
  /** ARN of the secret. */
  readonly SecretId: string;
  /** Id of the version that is being made. */
  readonly ClientRequestToken: string;
}

/** @throws InvalidInput when it is no such event */
export function readEvent(event: unknown): RotationEvent {
  const validate = validators['event'];
  if (!validate(event)) {
    throw new InvalidInput(`not an event of a rotation: ${schemaProblems(validate.errors)}`);
  }
  return event as RotationEvent;
}
