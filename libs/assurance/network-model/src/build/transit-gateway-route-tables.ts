import type { ById } from '../network';
import type { TransitGatewayRouteTable } from '../gateways';
import type { Source } from '../private/source';

export function transitGatewayRouteTables(_source: Source): ById<TransitGatewayRouteTable> {
  return new Map();
}
