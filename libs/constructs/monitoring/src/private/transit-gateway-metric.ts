import type { WatchedAttachment } from '../watched-attachment';

/**
 * A metric of one attachment, added up each minute. It is always reported, with 0 where nothing
 * happened.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-cloudwatch-metrics.html
 */
export function attachmentMetric(
  { transitGatewayId, attachmentId }: WatchedAttachment,
  metricName: string,
) {
  return {
    namespace: 'AWS/TransitGateway',
    metricName,
    dimensions: { TransitGateway: transitGatewayId, TransitGatewayAttachment: attachmentId },
    statistic: 'Sum',
    period: 60,
  } as const;
}
