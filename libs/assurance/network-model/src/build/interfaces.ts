import type { ById } from '../network';
import type { NetworkInterface } from '../network-interface';
import type { Source } from '../private/source';

export function interfaces(_source: Source): ById<NetworkInterface> {
  return new Map();
}
