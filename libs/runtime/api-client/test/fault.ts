import type { ErrorName } from '@culvert/errors';
import type { ServerAnswer } from '@culvert/loopback';
import type { ApiClientOptions, ApiRequest } from '../src';

/** How the server is misconfigured, or that there is none. */
export type ServerFault =
  'another authority' | 'expired' | 'another name' | 'TLS 1.1' | 'no such name' | 'nobody listens';

/** What may go wrong between the client and an API, and what becomes of it. */
export interface Fault {
  readonly fault: string;
  /** What the API does with the first request, the second and so on; the last is repeated. */
  readonly answers?: readonly ServerAnswer[];
  readonly server?: ServerFault;
  readonly request?: Partial<ApiRequest>;
  readonly options?: Partial<ApiClientOptions>;
  readonly remainingMs?: number;
  /** Undefined when the call succeeds. */
  readonly error?: ErrorName;
  readonly attempts: number;
  /** How many of them the API got to see. @default all */
  readonly received?: number;
  readonly retryAfterSeconds?: number;
}

export const post = { method: 'POST', body: { name: 'personal-canary' } } as const;
export const keyed = { ...post, headers: { 'Idempotency-Key': 'k-1' } } as const;
