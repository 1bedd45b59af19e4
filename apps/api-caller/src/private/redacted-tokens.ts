import type { TokenProvider, TokenWait } from '@culvert/api-client';
import type { Redactor } from '@culvert/logger';

/** How many tokens are hidden: the one that is used, and the one before it that calls still use. */
const HIDDEN = 2;

/** A provider whose tokens are hidden from logs while they are used. */
export class RedactedTokens implements TokenProvider {
  readonly #hidden: string[] = [];

  constructor(
    private readonly tokens: TokenProvider,
    private readonly redactor: Redactor,
    private readonly failed: (error: unknown) => void,
  ) {}

  get(wait: TokenWait): Promise<string> {
    return this.hide(this.tokens.get(wait));
  }

  renew(refused: string, wait: TokenWait): Promise<string> {
    return this.hide(this.tokens.renew(refused, wait));
  }

  private async hide(promise: Promise<string>): Promise<string> {
    const token = await promise.catch((error) => {
      this.failed(error);
      throw error;
    });
    if (!this.#hidden.includes(token)) {
      this.redactor.register(token);
      this.#hidden.push(token);
      for (const old of this.#hidden.splice(0, this.#hidden.length - HIDDEN)) {
        this.redactor.forget(old);
      }
    }
    return token;
  }
}
