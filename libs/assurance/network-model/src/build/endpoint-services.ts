import type { ById } from '../network';
import type { EndpointService } from '../private-link';
import type { Source } from '../private/source';

export function endpointServices(_source: Source): ById<EndpointService> {
  return new Map();
}
