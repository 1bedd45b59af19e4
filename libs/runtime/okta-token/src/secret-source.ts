/** Where a secret is read each time that it is needed, so that a rotation is seen. */
export interface SecretSource<T> {
  /** The secret as it is known. */
  get(): Promise<T>;
  /** The secret read anew, since the one that `get` gave was refused. */
  refresh(): Promise<T>;
}
