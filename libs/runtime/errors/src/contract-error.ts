import { CulvertError } from './culvert-error';

/**
 * A response is not what was agreed: its type, size, syntax or schema.
 *
 * Not retried: one of the two sides must change first.
 */
export class ContractError extends CulvertError {
  override get name() {
    return 'ContractError' as const;
  }
}
