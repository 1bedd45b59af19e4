import type { PublicJwk } from '../okta-double-options.js';
import { invalid } from './api-error.mts';
import { CredentialCollection } from './credential-collection.mts';
import { type App, type Key, newKey } from './directory.mts';

const MEMBERS = { RSA: ['n', 'e'], EC: ['crv', 'x', 'y'] } as const;

/** Public keys that the app's assertions are verified with. */
export class JsonWebKeys extends CredentialCollection<Key> {
  readonly #app: App;

  constructor(app: App, url: string) {
    super('JSON web key', url);
    this.#app = app;
  }

  list(): object {
    return { jwks: { keys: this.items.map((key) => this.shown(key)) } };
  }

  add({ status, ...jwk }: Readonly<Record<string, unknown>>): object {
    const { kty, kid, use, alg } = jwk;
    const members = kty === 'RSA' || kty === 'EC' ? MEMBERS[kty] : [];
    const missing = ['kid', ...members].filter((name) => typeof jwk[name] !== 'string');
    if (members.length === 0 || missing.length > 0) throw invalid(['kty', ...missing].join(', '));
    if (use !== 'sig' || typeof alg !== 'string') throw invalid('use, alg');
    if ('d' in jwk) throw invalid('a private key');
    if (this.items.some((key) => key.jwk.kid === kid)) throw invalid('kid is taken');
    const key = newKey(jwk as PublicJwk);
    key.status = status === 'INACTIVE' ? 'INACTIVE' : 'ACTIVE';
    this.items.push(key);
    return this.shown(key);
  }

  protected get items(): Key[] {
    return this.#app.keys;
  }

  protected set items(keys: Key[]) {
    this.#app.keys = keys;
  }

  protected details({ jwk }: Key): object {
    return jwk;
  }
}
