import type { PublicJwk, Status } from '../okta-double-options.js';
import { invalid, notFound } from './api-error.mts';
import type { CredentialCollection } from './credential-collection.mts';
import { type App, type Key, newKey } from './directory.mts';

const MEMBERS = { RSA: ['n', 'e'], EC: ['crv', 'x', 'y'] } as const;

/** Public keys that the app's assertions are verified with. */
export class JsonWebKeys implements CredentialCollection {
  readonly #app: App;
  readonly #url: string;

  constructor(app: App, url: string) {
    this.#app = app;
    this.#url = url;
  }

  list(): object {
    return { jwks: { keys: this.#app.keys.map((key) => this.#shown(key)) } };
  }

  get(id: string): object {
    return this.#shown(this.#find(id));
  }

  add({ status, ...jwk }: Readonly<Record<string, unknown>>): object {
    const { kty, kid, use, alg } = jwk;
    const members = kty === 'RSA' || kty === 'EC' ? MEMBERS[kty] : [];
    const missing = ['kid', ...members].filter((name) => typeof jwk[name] !== 'string');
    if (members.length === 0 || missing.length > 0) throw invalid(['kty', ...missing].join(', '));
    if (use !== 'sig' || typeof alg !== 'string') throw invalid('use, alg');
    if ('d' in jwk) throw invalid('a private key');
    if (this.#app.keys.some((key) => key.jwk.kid === kid)) throw invalid('kid is taken');
    const key = newKey(jwk as PublicJwk);
    key.status = status === 'INACTIVE' ? 'INACTIVE' : 'ACTIVE';
    this.#app.keys.push(key);
    return this.#shown(key);
  }

  setStatus(id: string, status: Status): object {
    const key = this.#find(id);
    key.status = status;
    return this.#shown(key);
  }

  remove(id: string): void {
    if (this.#find(id).status === 'ACTIVE') throw invalid('only an inactive key can be deleted');
    this.#app.keys = this.#app.keys.filter((key) => key.id !== id);
  }

  #find(id: string): Key {
    const key = this.#app.keys.find((candidate) => candidate.id === id);
    if (key === undefined) throw notFound(`${id} (JsonWebKey)`);
    return key;
  }

  #shown({ id, status, jwk, created }: Key): object {
    const change = status === 'ACTIVE' ? 'deactivate' : 'activate';
    return {
      ...jwk,
      id,
      status,
      created: created.toISOString(),
      lastUpdated: created.toISOString(),
      _links: { [change]: { href: `${this.#url}/${id}/lifecycle/${change}` } },
    };
  }
}
