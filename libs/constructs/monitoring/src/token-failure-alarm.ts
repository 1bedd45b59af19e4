import type { Construct } from 'constructs';
import type { AlarmProps } from './alarm-props';
import { callMetric } from './private/call-metric';
import { SingleAlarm } from './private/single-alarm';
import { sumOf } from './private/sum-query';

/** CloudWatch takes ten queries in an alarm, and one is the sum. */
const MOST_ERRORS = 9;

/** Properties of a {@link TokenFailureAlarm}. */
export interface TokenFailureAlarmProps extends AlarmProps {
  /** Who calls, as its metrics say it. */
  readonly service: string;
  /** The names of the errors with which a token cannot be had, at most nine: alarms cannot search. */
  readonly errors: readonly string[];
}

/**
 * Goes off when a token could not be had, or not be refreshed while the old one lives on, in two of
 * the last five minutes: before the first call fails.
 *
 * @throws when no error is named, or more than nine are
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export class TokenFailureAlarm extends SingleAlarm {
  public constructor(scope: Construct, id: string, props: TokenFailureAlarmProps) {
    const { service, errors } = props;
    if (errors.length === 0 || errors.length > MOST_ERRORS) {
      throw new Error(
        `alarm "${props.name}-token-failures" watches ${errors.length} errors: name 1 to ${MOST_ERRORS}`,
      );
    }
    super(scope, id, props, {
      condition: 'token-failures',
      description: `${props.name} cannot get or refresh its Okta token. Look at TokenFailure by error: AuthConfigError means that Okta refuses the client, its key, its grant or its scope, so look at Okta's system log and at the last rotation; SecretUnavailable is Secrets Manager or KMS; Transient and TlsTrustError are the way to Okta, so look at the firewall's or the proxy's log. Calls go on until the old token ends.`,
      metricQuery: sumOf(
        'token failures',
        errors.map((error) => callMetric(service, 'TokenFailure', { error })),
      ),
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 0,
      datapointsToAlarm: 2,
      evaluationPeriods: 5,
      treatMissingData: 'notBreaching',
    });
  }
}
