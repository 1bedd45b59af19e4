import type { TokenProvider } from '@culvert/api-client';
import type { Credential } from '@culvert/credential';
import { CulvertError } from '@culvert/errors';
import { Logger, Redactor } from '@culvert/logger';
import type { Environment } from './environment';

/** Tells logs and metrics what happened, and no secret. */
export class Telemetry {
  readonly #redactor = new Redactor();
  readonly #logger: Logger;

  constructor({ logLevel }: Environment) {
    this.#logger = new Logger({
      service: 'credential-rotator',
      redactor: this.#redactor,
      level: logLevel,
    });
  }

  /** Hides what is secret of a credential from now on. */
  readonly hide = (credential: Partial<Credential<'password'>>): void => {
    const { clientSecret, password, clientCertificate } = credential;
    for (const secret of [clientSecret, password, clientCertificate?.key])
      if (secret !== undefined) this.#redactor.register(secret);
  };

  /** The same tokens, hidden once they are known. */
  hidden(tokens: TokenProvider): TokenProvider {
    const hide = (token: string): string => {
      this.#redactor.register(token);
      return token;
    };
    return {
      get: async (wait) => hide(await tokens.get(wait)),
      renew: async (refused, wait) => hide(await tokens.renew(refused, wait)),
    };
  }

  done(ids: object, message: string): void {
    this.#logger.child(ids).info(message);
  }

  /** The step that makes the new credential the current one. */
  rotated(): void {
    this.#logger.metric('Rotation', 1, 'Count');
  }

  failed(ids: object, error: unknown): void {
    const name = error instanceof CulvertError ? error.name : 'Error';
    this.#logger.metric('RotationFailure', 1, 'Count', { error: name });
    this.#logger.child(ids).error('rotation failed', { error });
  }
}
