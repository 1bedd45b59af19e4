import type { ApiResponse } from '@culvert/api-client';

/** Headers that a caller can do something with; the others are between the API and this function. */
const HEADERS = new Set([
  'content-language',
  'content-type',
  'etag',
  'last-modified',
  'link',
  'location',
  'x-correlation-id',
  'x-request-id',
]);

/** What the state machine gets. */
export interface Output {
  /** From 200 to 299: anything else is thrown. */
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null when the response has none. */
  readonly body: unknown;
}

export function output({ status, headers, body = null }: ApiResponse): Output {
  const kept = Object.entries(headers).filter(([name]) => HEADERS.has(name));
  return { status, headers: Object.fromEntries(kept), body };
}
