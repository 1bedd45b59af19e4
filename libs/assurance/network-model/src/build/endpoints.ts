import type { ById } from '../network';
import type { Endpoint } from '../private-link';
import type { Source } from '../private/source';

export function endpoints(_source: Source): ById<Endpoint> {
  return new Map();
}
