import { connections, type ConnectionsOptions } from '@culvert/https';
import type { Dispatcher } from 'undici';

/** As long as undici keeps an idle connection by itself. */
const IDLE_MS = 4_000;

/**
 * Connections that are kept and used again, and new ones for requests that are not safe to repeat: when
 * a kept one turns out to be dead, nobody knows whether the request arrived.
 */
export class Connections {
  readonly #options: Omit<ConnectionsOptions, 'keepAlive'>;
  readonly #single: Dispatcher;
  #kept: Dispatcher;
  #usedAt = Date.now();
  #closed: Promise<unknown> | undefined;

  /** @throws TlsTrustError, AuthConfigError when a certificate or key cannot be used */
  constructor(options: Omit<ConnectionsOptions, 'keepAlive'>) {
    this.#options = options;
    this.#single = connections({ ...options, keepAlive: false });
    this.#kept = connections({ ...options, keepAlive: true });
  }

  /**
   * A Lambda's timers stand still while it is frozen, and its connections die meanwhile: those that
   * were idle for too long by the clock are left behind.
   */
  for({ repeatable }: { readonly repeatable: boolean }): Dispatcher {
    if (!repeatable || this.#closed) {
      return this.#single;
    }
    const now = Date.now();
    if (now - this.#usedAt > IDLE_MS) {
      void this.#kept.close();
      this.#kept = connections({ ...this.#options, keepAlive: true });
    }
    this.#usedAt = now;
    return this.#kept;
  }

  /** Once the requests under way are done. */
  async close(): Promise<void> {
    this.#closed ??= Promise.all([this.#kept.close(), this.#single.close()]);
    await this.#closed;
  }
}
