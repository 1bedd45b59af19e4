import type { ById } from '../network';
import type { TransitGatewayAttachment } from '../gateways';
import type { Source } from '../private/source';

export function transitGatewayAttachments(_source: Source): ById<TransitGatewayAttachment> {
  return new Map();
}
