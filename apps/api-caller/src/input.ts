import type { ApiRequest } from '@culvert/api-client';
import { InvalidInput } from '@culvert/errors';
import validators from './generated/validators';
import { problems } from './private/problems';

/** What a state machine gives the function; its schema is `schemas/input.json`. */
export interface Input extends Omit<ApiRequest, 'validate'> {
  /** What the response's body must be: the name of a file in `schemas/responses`. @default any JSON */
  readonly responseSchema?: string;
  /** Sent as `X-Correlation-Id` and written in each log line: the execution's name. @default none */
  readonly correlationId?: string;
  /** The how many-th repetition by the state machine, for a metric. @default 0 */
  readonly retryCount?: number;
}

/** @throws InvalidInput that names each mistake, and no value: it may be personal */
export function readInput(event: unknown): Input {
  const validate = validators['input'];
  if (!validate(event)) {
    throw new InvalidInput(`not an input of this function: ${problems(validate.errors)}`);
  }
  return event as Input;
}
