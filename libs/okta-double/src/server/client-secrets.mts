import { createHash } from 'node:crypto';
import type { Status } from '../okta-double-options.js';
import { invalid } from './api-error.mts';
import { CredentialCollection } from './credential-collection.mts';
import { type App, newSecret, type Secret } from './directory.mts';

const MAX_SECRETS = 2;

/** At most two. The value is told once, to who made it. */
export class ClientSecrets extends CredentialCollection<Secret> {
  readonly #app: App;

  constructor(app: App, url: string) {
    super('client secret', url);
    this.#app = app;
  }

  list(): object {
    return this.items.map((secret) => this.shown(secret));
  }

  add({ client_secret: value }: Readonly<Record<string, unknown>>): object {
    if (this.items.length >= MAX_SECRETS) {
      throw invalid(`there can be ${MAX_SECRETS} client secrets`);
    }
    if (
      value !== undefined &&
      (typeof value !== 'string' || !/^[\x20-\x7e]{14,100}$/.test(value))
    ) {
      throw invalid('client_secret');
    }
    const secret = newSecret(value);
    this.items.push(secret);
    return { ...this.shown(secret), client_secret: secret.value };
  }

  override setStatus(id: string, status: Status): object {
    if (status === 'INACTIVE' && this.items.length === 1) {
      throw invalid('the only secret of the client cannot be deactivated');
    }
    return super.setStatus(id, status);
  }

  protected get items(): Secret[] {
    return this.#app.secrets;
  }

  protected set items(secrets: Secret[]) {
    this.#app.secrets = secrets;
  }

  protected details({ value }: Secret): object {
    const hash = createHash('sha256').update(value).digest('base64url').slice(0, 22);
    return { client_secret: hash, secret_hash: hash };
  }
}
