import type { Status } from '../okta-double-options.js';

/** The secrets or the keys of one app, as the management API shows them. */
export interface CredentialCollection {
  list(): object;
  get(id: string): object;
  add(body: Readonly<Record<string, unknown>>): object;
  setStatus(id: string, status: Status): object;
  remove(id: string): void;
}
