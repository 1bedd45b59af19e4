import type { ById } from '../network';
import type { NatGateway } from '../gateways';
import type { Source } from '../private/source';

export function natGateways(_source: Source): ById<NatGateway> {
  return new Map();
}
