import { types } from 'node:util';

/**
 * The lab could not run at all: a tool is missing, the project does not synthesise, an option names
 * something that does not exist. The message says what to change.
 */
export class CannotRunError extends Error {
  public override readonly name = 'CannotRunError';
}

/** The text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return types.isNativeError(error) ? error.message : String(error);
}
