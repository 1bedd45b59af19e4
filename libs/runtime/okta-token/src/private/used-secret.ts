import { isDeepStrictEqual } from 'node:util';
import type { SecretSource, VersionedSecret } from '../secret-source';

/** A secret of which it is known what was last used: sending the same again would count as a guess. */
export class UsedSecret<T> {
  #used: VersionedSecret<T> | undefined;

  constructor(private readonly source: SecretSource<T>) {}

  async get(signal: AbortSignal): Promise<T> {
    this.#used = await this.source.get({ signal });
    return this.#used.value;
  }

  /** @returns whether the secret has changed since it was used */
  async refresh(signal: AbortSignal): Promise<boolean> {
    const used = this.#used;
    if (used === undefined) {
      return false;
    }
    const { value } = await this.source.refresh(used.versionId, { signal });
    return !isDeepStrictEqual(value, used.value);
  }
}
