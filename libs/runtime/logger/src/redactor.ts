import type { Json } from './json';
import { Plain } from './private/plain';
import { SecretTexts } from './private/secret-texts';

/**
 * Takes secrets out of whatever is to be shown: what sensitive keys hold, and registered values
 * wherever they occur, also percent-encoded, escaped, in base64 or in hex.
 */
export class Redactor {
  private readonly secrets = new SecretTexts();

  /** From now on these values are replaced. A short one also hides what only looks like it. */
  register(...secrets: readonly string[]): void {
    for (const secret of secrets) this.secrets.add(secret);
  }

  /** For a value that is worth nothing any more, such as a token that expired. */
  forget(secret: string): void {
    this.secrets.delete(secret);
  }

  /** `value` as plain JSON, cut where it is huge. Never throws. */
  redact(value: unknown): Json {
    return new Plain(this.secrets).of(value);
  }
}
