export interface Secret<T> {
  readonly value: T;
  /** What `refresh` wants to know when the value is refused. */
  readonly versionId: string;
}
