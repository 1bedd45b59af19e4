import { isDeepStrictEqual } from 'node:util';
import type { SecretSource } from '../secret-source';

/** A secret of which it is known what was last used: sending the same again would count as a guess. */
export class UsedSecret<T> {
  #used: T | undefined;

  constructor(private readonly source: SecretSource<T>) {}

  async get(): Promise<T> {
    this.#used = await this.source.get();
    return this.#used;
  }

  /** @returns whether the secret has changed since it was used */
  async refresh(): Promise<boolean> {
    return !isDeepStrictEqual(await this.source.refresh(), this.#used);
  }
}
