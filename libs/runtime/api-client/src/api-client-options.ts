import type { ClientCertificate } from '@culvert/https';
import type { ApiEvent } from './api-event';
import type { TokenProvider } from './token-provider';

export interface ApiClientOptions {
  /** Where every request goes to, and below which path: `https://orders.internal/v1`. */
  readonly baseUrl: string;
  /** @default none, no Authorization header is sent */
  readonly token?: TokenProvider;
  /** Further authorities to trust, PEM, besides those of Node. @default none */
  readonly ca?: string;
  /** @default none */
  readonly clientCertificate?: ClientCertificate;
  /** Requests of one call, when they are safe to repeat. @default 3 */
  readonly maxAttempts?: number;
  /** Bytes of a response's body, both as received and decompressed. @default 1048576 (1 MiB) */
  readonly maxResponseBytes?: number;
  /** Milliseconds that are kept back from the caller's time, to report a failure. @default 500 */
  readonly marginMs?: number;
  /** Milliseconds without which no attempt is started. @default 500 */
  readonly minAttemptMs?: number;
  /** Told of attempts and retries; must not throw. @default nobody is told */
  readonly observe?: (event: ApiEvent) => void;
}
