/** A secret, and which of its versions. */
export interface VersionedSecret<T> {
  readonly value: T;
  readonly versionId: string;
}

interface Wait {
  readonly signal: AbortSignal;
}

/** Where a secret is read each time that it is needed, so that a rotation is seen: a `SecretCache`. */
export interface SecretSource<T> {
  /** The secret as it is known. */
  get(wait: Wait): Promise<VersionedSecret<T>>;
  /** The secret read anew, since the server refused the version that `get` gave. */
  refresh(refusedVersionId: string, wait: Wait): Promise<VersionedSecret<T>>;
}

/** What does not change as long as the process lives. */
export function fixedSecret<T>(value: T): SecretSource<T> {
  const secret = Promise.resolve({ value, versionId: 'fixed' });
  return { get: () => secret, refresh: () => secret };
}
