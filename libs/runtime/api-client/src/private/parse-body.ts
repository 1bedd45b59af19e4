import { ContractError } from '@culvert/errors';
import type { Validator } from '../validator';
import { isJson } from './request-headers';

const MAX_VIOLATIONS = 5;

/**
 * The JSON of a response. What is wrong with it is told by the schema's words, never by the data's.
 *
 * @throws ContractError when it is not JSON, or not what the validator accepts
 */
export async function parseBody<Body>(
  response: Response,
  validate: Validator<Body> | undefined,
): Promise<Body> {
  const body = await json(response);
  if (validate !== undefined && validate(body) !== true) {
    throw new ContractError(`the response is not what was agreed: ${violations(validate)}`);
  }
  return body as Body;
}

async function json(response: Response): Promise<unknown> {
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength === 0) {
    return undefined;
  }
  if (!isJson(response.headers)) {
    const type = response.headers.get('content-type') ?? 'no content-type';
    throw new ContractError(`the response is ${type.slice(0, 80)}, not application/json`);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ContractError(
      `the response is not JSON, or not all of it: ${bytes.byteLength} bytes`,
    );
  }
}

function violations({ errors }: Validator<unknown>): string {
  const found = (errors ?? []).map(({ schemaPath, message = '' }) => `${schemaPath} ${message}`);
  const more = found.length > MAX_VIOLATIONS ? `; and ${found.length - MAX_VIOLATIONS} more` : '';
  return found.slice(0, MAX_VIOLATIONS).join('; ') + more;
}
