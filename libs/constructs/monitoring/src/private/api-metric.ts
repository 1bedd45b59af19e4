import type { WatchedApi } from '../watched-api';

/**
 * A metric of one stage of a REST API.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
 */
export function apiMetric({ name, stage }: WatchedApi, metricName: string) {
  return {
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensions: { ApiName: name, Stage: stage.stageName },
  };
}
