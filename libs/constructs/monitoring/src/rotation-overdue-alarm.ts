import type { Construct } from 'constructs';
import type { AlarmProps } from './alarm-props';
import { NAMESPACE } from './private/call-metric';
import { SingleAlarm } from './private/single-alarm';

/** Properties of a {@link RotationOverdueAlarm}. */
export interface RotationOverdueAlarmProps extends AlarmProps {
  /** The secret's name, as its `RotationWatch` reports it. */
  readonly secretName: string;
  /** How old the credential may become, in days: the schedule's interval and some grace. */
  readonly maximumDays: number;
}

/**
 * Goes off when a secret has not been rotated for longer than it should, or nothing has been heard of
 * its age for two days. AWS has no metric of that age: a `RotationWatch` reports it once a day.
 */
export class RotationOverdueAlarm extends SingleAlarm {
  public constructor(scope: Construct, id: string, props: RotationOverdueAlarmProps) {
    super(scope, id, props, {
      condition: 'rotation-overdue',
      description: `Secret ${props.secretName} has not been rotated for more than ${props.maximumDays} days, or its age is not reported. Look at the secret's rotation configuration and last rotation; then at the rotation function's log. Without any report, look at the executions of the state machine that watches rotations.`,
      namespace: NAMESPACE,
      metricName: 'DaysSinceRotation',
      dimensions: { secret: props.secretName },
      statistic: 'Maximum',
      comparisonOperator: 'GreaterThanThreshold',
      threshold: props.maximumDays,
      period: 86_400,
      datapointsToAlarm: 2,
      evaluationPeriods: 2,
      treatMissingData: 'breaching',
    });
  }
}
