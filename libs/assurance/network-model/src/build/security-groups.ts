import type { ById } from '../network';
import type { SecurityGroup } from '../security-group';
import type { Source } from '../private/source';

export function securityGroups(_source: Source): ById<SecurityGroup> {
  return new Map();
}
