import type { ById } from '../network';
import type { Peering } from '../gateways';
import type { Source } from '../private/source';

export function peerings(_source: Source): ById<Peering> {
  return new Map();
}
