import type { SecretSource, VersionedSecret } from '../src/secret-source';

/** A secret that is rotated: each refresh finds the next version, until there is none. */
export class Versions<T> implements SecretSource<T> {
  public readonly refused: string[] = [];
  private readonly versions: T[];

  constructor(...versions: [T, ...T[]]) {
    this.versions = versions;
  }

  public async get(): Promise<VersionedSecret<T>> {
    const index = Math.min(this.refused.length, this.versions.length - 1);
    return { value: this.versions[index] as T, versionId: `version-${index}` };
  }

  public async refresh(refusedVersionId: string): Promise<VersionedSecret<T>> {
    this.refused.push(refusedVersionId);
    return this.get();
  }
}
