import { Construct } from 'constructs';
import type { Alarm } from '../alarm';
import type { AlarmProps } from '../alarm-props';
import { createMetricAlarm, type MetricAlarm } from './metric-alarm';

/** A construct that is one alarm. */
export abstract class SingleAlarm extends Construct implements Alarm {
  public readonly arn: string;
  public readonly name: string;

  protected constructor(scope: Construct, id: string, props: AlarmProps, alarm: MetricAlarm) {
    super(scope, id);
    ({ arn: this.arn, name: this.name } = createMetricAlarm(this, 'Resource', props, alarm));
  }
}
