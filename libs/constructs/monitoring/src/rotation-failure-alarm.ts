import type { Construct } from 'constructs';
import type { AlarmProps } from './alarm-props';
import { SingleAlarm } from './private/single-alarm';

/** Properties of a {@link RotationFailureAlarm}. */
export interface RotationFailureAlarmProps extends AlarmProps {
  /** The function that rotates. */
  readonly functionName: string;
}

/**
 * Goes off when a step of a rotation failed. The current credential still works; Secrets Manager tries
 * again within the schedule's window.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export class RotationFailureAlarm extends SingleAlarm {
  public constructor(scope: Construct, id: string, props: RotationFailureAlarmProps) {
    super(scope, id, props, {
      condition: 'rotation-failed',
      description: `A rotation by ${props.functionName} failed. Callers go on with the current credential. Find the secret, the step and the error in the lines "rotation failed" of /aws/lambda/${props.functionName}; once the cause is gone, rotate the secret by hand: every step may be run again.`,
      namespace: 'AWS/Lambda',
      metricName: 'Errors',
      dimensions: { FunctionName: props.functionName },
      statistic: 'Sum',
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 0,
      period: 300,
      datapointsToAlarm: 1,
      evaluationPeriods: 1,
      treatMissingData: 'notBreaching',
    });
  }
}
