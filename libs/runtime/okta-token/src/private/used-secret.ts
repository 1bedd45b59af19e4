import { isDeepStrictEqual } from 'node:util';
import type { SecretSource, VersionedSecret } from '../secret-source';

/** The part of a secret that is sent: sending the same again, once refused, would count as a guess. */
export class UsedSecret<T, Part> {
  #used: VersionedSecret<T> | undefined;

  constructor(
    private readonly source: SecretSource<T>,
    private readonly part: (value: T) => Part,
  ) {}

  async get(signal: AbortSignal): Promise<Part> {
    this.#used = await this.source.get({ signal });
    return this.part(this.#used.value);
  }

  /** @returns whether the part has changed since it was used */
  async refresh(signal: AbortSignal): Promise<boolean> {
    const used = this.#used;
    if (used === undefined) {
      return false;
    }
    const { value } = await this.source.refresh(used.versionId, { signal });
    return !isDeepStrictEqual(this.part(value), this.part(used.value));
  }
}
