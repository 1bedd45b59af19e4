/** Where the runtime packages write their metrics. */
export const NAMESPACE = 'Culvert';

/** A metric that a function writes of itself, by who it says it is. */
export function callMetric(
  service: string,
  metricName: string,
  dimensions: Readonly<Record<string, string>> = {},
) {
  return { namespace: NAMESPACE, metricName, dimensions: { service, ...dimensions } };
}
