import { InvalidInput } from '@culvert/errors';
import type { ApiRequest } from '../api-request';
import type { BaseUrl } from './base-url';
import { entriesOf } from './entries-of';

/** What a path consists of, and nothing that a URL parser changes. */
const PATH = /^\/(?:[\w\-.~!$&'()*+,;=:@/]|%[\da-f]{2})*$/i;

/** @throws InvalidInput when the path is not one below the base URL, or the query not a query */
export function requestUrl(base: BaseUrl, { path, query = {} }: ApiRequest): URL {
  if (typeof path !== 'string' || !PATH.test(path)) {
    throw new InvalidInput(
      'the path is no URL path: start with a slash, percent-encode, and give the query apart',
    );
  }
  if (path.includes('//') || path.split('/').some(traverses)) {
    throw new InvalidInput('the path has an empty or a dot segment: give it as it shall be sent');
  }
  const url = base.below(path);
  url.search = searchParams(query).toString();
  if (!base.contains(url)) {
    throw new InvalidInput('the path leaves the base URL');
  }
  return url;
}

/** Whether a segment is one of dots, for us or for who decodes it: `..`, `%2e%2e`, `%2e%2e%2f`. */
function traverses(segment: string): boolean {
  const decoded = segment
    .replace(/%(25)+/g, '%')
    .replace(/%2e/gi, '.')
    .replace(/%(2f|5c)/gi, '/');
  return decoded.split('/').some((part) => part === '.' || part === '..');
}

function searchParams(query: NonNullable<ApiRequest['query']>): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of entriesOf(query, 'the query')) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (!['string', 'number', 'boolean'].includes(typeof item)) {
        throw new InvalidInput(
          `the query has a ${item === null ? 'null' : typeof item}: give a string, number or boolean`,
        );
      }
      parameters.append(name, String(item));
    }
  }
  return parameters;
}
