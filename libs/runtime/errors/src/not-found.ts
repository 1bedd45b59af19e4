import { CulvertError } from './culvert-error';

/**
 * The API has no such thing: it answered 404.
 *
 * Not retried; often caught as a result of its own.
 */
export class NotFound extends CulvertError {
  override get name() {
    return 'NotFound' as const;
  }
}
