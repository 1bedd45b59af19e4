import type { Status } from '../okta-double-options.js';
import { invalid, notFound } from './api-error.mts';

interface Item {
  readonly id: string;
  readonly created: Date;
  status: Status;
}

/** The secrets or the keys of one app, as the management API shows and changes them. */
export abstract class CredentialCollection<T extends Item = Item> {
  readonly #kind: string;
  readonly #url: string;

  /** @param kind what one of them is called in errors */
  constructor(kind: string, url: string) {
    this.#kind = kind;
    this.#url = url;
  }

  abstract list(): object;
  abstract add(body: Readonly<Record<string, unknown>>): object;
  protected abstract get items(): T[];
  protected abstract set items(items: T[]);
  /** What is told of an item besides its id, status and times. */
  protected abstract details(item: T): object;

  get(id: string): object {
    return this.shown(this.find(id));
  }

  setStatus(id: string, status: Status): object {
    const item = this.find(id);
    item.status = status;
    return this.shown(item);
  }

  remove(id: string): void {
    if (this.find(id).status === 'ACTIVE') {
      throw invalid(`only an inactive ${this.#kind} can be deleted`);
    }
    this.items = this.items.filter((item) => item.id !== id);
  }

  protected shown(item: T): object {
    const { id, status, created } = item;
    const change = status === 'ACTIVE' ? 'deactivate' : 'activate';
    return {
      ...this.details(item),
      id,
      status,
      created: created.toISOString(),
      lastUpdated: created.toISOString(),
      _links: { [change]: { href: `${this.#url}/${id}/lifecycle/${change}` } },
    };
  }

  private find(id: string): T {
    const item = this.items.find((candidate) => candidate.id === id);
    if (item === undefined) throw notFound(`${id} (${this.#kind})`);
    return item;
  }
}
