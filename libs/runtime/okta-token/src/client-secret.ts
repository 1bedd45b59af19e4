import { type ClientAuth, ClientSecretBasic, ClientSecretPost } from 'oauth4webapi';
import type { ClientAuthentication, ProofContext } from './client-authentication';
import { UsedSecret } from './private/used-secret';
import type { SecretSource } from './secret-source';

export interface ClientSecretOptions {
  readonly secret: SecretSource<{ readonly clientSecret: string }>;
  /**
   * In the Authorization header (`basic`) or in the body (`post`), as the client is registered.
   *
   * @default 'basic'
   */
  readonly method?: 'basic' | 'post';
}

/** A shared secret, read again once when the server refuses it. */
export class ClientSecret implements ClientAuthentication {
  readonly #secret: UsedSecret<{ readonly clientSecret: string }, string>;
  readonly #encode: (clientSecret: string) => ClientAuth;

  constructor({ secret, method = 'basic' }: ClientSecretOptions) {
    this.#secret = new UsedSecret(secret, ({ clientSecret }) => clientSecret);
    this.#encode = method === 'basic' ? ClientSecretBasic : ClientSecretPost;
  }

  async prove({ signal }: ProofContext): Promise<ClientAuth> {
    return this.#encode(await this.#secret.get(signal));
  }

  renew({ signal }: ProofContext): Promise<boolean> {
    return this.#secret.refresh(signal);
  }
}
