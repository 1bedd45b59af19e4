import type { ById } from '../network';
import type { SubnetAcl } from '../vpc';
import type { Source } from '../private/source';

export function networkAcls(_source: Source): ById<SubnetAcl> {
  return new Map();
}
