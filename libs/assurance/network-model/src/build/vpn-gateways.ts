import type { ById } from '../network';
import type { VpnGateway } from '../gateways';
import type { Source } from '../private/source';

export function vpnGateways(_source: Source): ById<VpnGateway> {
  return new Map();
}
