import type { ApiRequest } from '@culvert/api-client';
import { InvalidInput } from '@culvert/errors';
import { schemaProblems } from '@culvert/schema-problems';
import validators from './generated/validators';

/** What a state machine gives the function; its schema is `schemas/input.json`. */
export interface Input extends Omit<ApiRequest, 'validate'> {
  /** What the response's body must be: the name of a file in `schemas/responses`. @default any JSON */
  readonly responseSchema?: string;
  /** The execution's name: sent as `X-Correlation-Id`, in ASCII, and in each log line. @default none */
  readonly correlationId?: string;
  /** The how many-th repetition by the state machine, for a metric. @default 0 */
  readonly retryCount?: number;
}

/** @throws InvalidInput that names each mistake, and no value: it may be personal */
export function readInput(event: unknown): Input {
  const validate = validators['input'];
  if (!validate(event)) {
    throw new InvalidInput(`not an input of this function: ${schemaProblems(validate.errors)}`);
  }
  return event as Input;
}
