import { createHash } from 'node:crypto';
import type { Status } from '../okta-double-options.js';
import { invalid, notFound } from './api-error.mts';
import type { CredentialCollection } from './credential-collection.mts';
import { type App, newSecret, type Secret } from './directory.mts';

const MAX_SECRETS = 2;

/** At most two. The value is told once, to who made it. */
export class ClientSecrets implements CredentialCollection {
  readonly #app: App;
  readonly #url: string;

  constructor(app: App, url: string) {
    this.#app = app;
    this.#url = url;
  }

  list(): readonly object[] {
    return this.#app.secrets.map((secret) => this.#shown(secret));
  }

  get(id: string): object {
    return this.#shown(this.#find(id));
  }

  add({ client_secret: value }: Readonly<Record<string, unknown>>): object {
    if (this.#app.secrets.length >= MAX_SECRETS) {
      throw invalid(`there can be ${MAX_SECRETS} client secrets`);
    }
    if (
      value !== undefined &&
      (typeof value !== 'string' || !/^[\x20-\x7e]{14,100}$/.test(value))
    ) {
      throw invalid('client_secret');
    }
    const secret = newSecret(value);
    this.#app.secrets.push(secret);
    return { ...this.#shown(secret), client_secret: secret.value };
  }

  setStatus(id: string, status: Status): object {
    const secret = this.#find(id);
    if (status === 'INACTIVE' && this.#app.secrets.length === 1) {
      throw invalid('the only secret of the client cannot be deactivated');
    }
    secret.status = status;
    return this.#shown(secret);
  }

  remove(id: string): void {
    if (this.#find(id).status === 'ACTIVE') throw invalid('only an inactive secret can be deleted');
    this.#app.secrets = this.#app.secrets.filter((secret) => secret.id !== id);
  }

  #find(id: string): Secret {
    const secret = this.#app.secrets.find((candidate) => candidate.id === id);
    if (secret === undefined) throw notFound(`${id} (ClientSecret)`);
    return secret;
  }

  #shown({ id, status, value, created }: Secret): object {
    const change = status === 'ACTIVE' ? 'deactivate' : 'activate';
    const hash = createHash('sha256').update(value).digest('base64url').slice(0, 22);
    return {
      id,
      status,
      client_secret: hash,
      secret_hash: hash,
      created: created.toISOString(),
      lastUpdated: created.toISOString(),
      _links: { [change]: { href: `${this.#url}/${id}/lifecycle/${change}` } },
    };
  }
}
