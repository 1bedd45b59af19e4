import { InvalidInput } from '@culvert/errors';
import type { ApiRequest, Method } from '../api-request';
import type { BaseUrl } from './base-url';
import { requestHeaders } from './request-headers';
import { requestUrl } from './request-url';

/** Whether a method may be repeated by itself: RFC 9110, 9.2.2. */
const IDEMPOTENT: Readonly<Record<Method, boolean>> = {
  GET: true,
  HEAD: true,
  PUT: true,
  DELETE: true,
  POST: false,
  PATCH: false,
};

export interface PreparedRequest {
  readonly method: Method;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string | undefined;
  /** Whether it may be sent again when it is not known what became of it. */
  readonly repeatable: boolean;
}

/** @throws InvalidInput naming what cannot be sent; values are not repeated, they may be personal */
export function prepareRequest(base: BaseUrl, request: ApiRequest): PreparedRequest {
  const { method } = request;
  if (!Object.hasOwn(IDEMPOTENT, method)) {
    throw new InvalidInput(`the method is none of ${Object.keys(IDEMPOTENT).join(', ')}`);
  }
  if (request.body !== undefined && (method === 'GET' || method === 'HEAD')) {
    throw new InvalidInput(`a ${method} has no body: give a query, or another method`);
  }
  const headers = requestHeaders(request);
  return {
    method,
    url: requestUrl(base, request),
    headers,
    body: serialised(request.body),
    repeatable: IDEMPOTENT[method] || headers.has('idempotency-key'),
  };
}

function serialised(body: unknown): string | undefined {
  if (body === undefined) {
    return undefined;
  }
  let json: string | undefined;
  try {
    json = JSON.stringify(body);
  } catch {
    json = undefined;
  }
  if (json === undefined) {
    throw new InvalidInput('the body is no JSON value: no cycles, functions or BigInt');
  }
  return json;
}
