import type { Validator } from './validator';

export type Method = 'GET' | 'HEAD' | 'PUT' | 'DELETE' | 'POST' | 'PATCH';

type QueryValue = string | number | boolean;

export interface ApiRequest<Body = unknown> {
  readonly method: Method;
  /** Below the base URL: starts with one slash, percent-encoded where needed, no dot segments. */
  readonly path: string;
  /** Encoded here; a list repeats its name. @default none */
  readonly query?: Readonly<Record<string, QueryValue | readonly QueryValue[]>>;
  /** An `Idempotency-Key` makes POST and PATCH safe to retry. @default none */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. @default no body */
  readonly body?: unknown;
  /** What the response's body must be; an empty one is undefined. @default anything that is JSON */
  readonly validate?: Validator<Body>;
}

/** How long a caller can wait. */
export interface ApiCallOptions {
  /** Milliseconds that are left, such as Lambda's `context.getRemainingTimeInMillis()`. */
  readonly remainingMs: number;
}
