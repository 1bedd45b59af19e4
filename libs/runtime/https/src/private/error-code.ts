const DEEPEST = 10;

interface Failure {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
}

/** An error and what caused it: `fetch` wraps what happened, more than once. */
export function causes(error: unknown): readonly Failure[] {
  const found: Failure[] = [];
  let each = error;
  while (typeof each === 'object' && each !== null && found.length < DEEPEST) {
    const failure: Failure = each;
    found.push(failure);
    each = failure.cause;
  }
  return found;
}

/** The innermost code there is. The parser's errors may have none. */
export function errorCode(error: unknown): string | undefined {
  return causes(error)
    .map(({ name, code }) => (name === 'HTTPParserError' ? (code ?? name) : code))
    .findLast((code) => typeof code === 'string');
}
