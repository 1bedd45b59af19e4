import { InvalidInput } from '@culvert/errors';
import type { ApiRequest } from '../api-request';
import { entriesOf } from './entries-of';

const NAME = /^[\w!#$%&'*+\-.^`|~]+$/;
/** Visible characters, with blanks and tabs between them. */
const VALUE = /^[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?$/;
const JSON_TYPE = /^application\/(?:[\w!#$&^.+-]+\+)?json\s*(?:;|$)/i;

/** What the client, the connection or the token provider decides. */
const REFUSED =
  /^(?:authorization|host|connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|content-length|proxy-.*)$/i;

/** @throws InvalidInput when a header cannot or must not be sent */
export function requestHeaders({ headers = {}, body }: ApiRequest): Headers {
  const result = new Headers({
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
  });
  const seen = new Set<string>();
  for (const [name, value] of entriesOf(headers, 'headers')) {
    const key = name.toLowerCase();
    if (!NAME.test(name)) {
      throw new InvalidInput('a header has a name with characters that no header can have');
    }
    if (REFUSED.test(name)) {
      throw new InvalidInput(`the header ${key} is not for the caller to set: leave it out`);
    }
    if (typeof value !== 'string' || !VALUE.test(value)) {
      throw new InvalidInput(`the header ${key} is empty or has characters no header can have`);
    }
    if (seen.has(key)) {
      throw new InvalidInput(`the header ${key} is given twice`);
    }
    seen.add(key);
    result.set(name, value);
  }
  if (body !== undefined && !isJson(result)) {
    throw new InvalidInput('the body is sent as JSON, the content-type says something else');
  }
  return result;
}

export function isJson(headers: Headers): boolean {
  return JSON_TYPE.test(headers.get('content-type') ?? '');
}
