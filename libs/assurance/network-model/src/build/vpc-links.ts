import type { ById } from '../network';
import type { VpcLink } from '../api';
import type { Source } from '../private/source';

export function vpcLinks(_source: Source): ById<VpcLink> {
  return new Map();
}
