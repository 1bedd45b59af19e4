import type { ApiRequest } from '@culvert/api-client';
import { InvalidInput } from '@culvert/errors';
import validators from './generated/validators';
import type { Input } from './input';

const FOLDER = 'responses/';

/** @throws InvalidInput when there is no such response schema */
export function apiRequest(input: Input): ApiRequest {
  const { responseSchema, correlationId, retryCount: _retryCount, headers, ...request } = input;
  return {
    ...request,
    headers: { ...headers, ...(correlationId && { 'X-Correlation-Id': encodeURI(correlationId) }) },
    ...(responseSchema !== undefined && { validate: validatorOf(responseSchema) }),
  };
}

function validatorOf(responseSchema: string): NonNullable<ApiRequest['validate']> {
  const known = Object.entries(validators).filter(([name]) => name.startsWith(FOLDER));
  const [, validate] = known.find(([name]) => name === `${FOLDER}${responseSchema}`) ?? [];
  if (validate === undefined) {
    const names = known.map(([name]) => name.slice(FOLDER.length));
    throw new InvalidInput(`there is no such response schema: give one of ${names.join(', ')}`);
  }
  return validate;
}
