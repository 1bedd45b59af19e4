/** Why a document was refused. */
export type DocumentErrorCode =
  | 'unreadable'
  | 'too-large'
  | 'not-json'
  | 'saved-plan'
  | 'raw-state'
  | 'unknown-format'
  | 'unsupported-version'
  | 'malformed'
  | 'duplicate-name'
  | 'no-configuration'
  | 'other-configuration';

/** A document that is no plan or state that can be read. No value of the document is in it. */
export class DocumentError extends Error {
  public override readonly name = 'DocumentError';

  /**
   * @param code what kind of mistake it is
   * @param document the document's path, or its name where it has none
   * @param what what was seen, and what to change
   */
  public constructor(
    public readonly code: DocumentErrorCode,
    public readonly document: string,
    what: string,
  ) {
    super(`${document}: ${what}`);
  }
}
