import type { Construct } from 'constructs';
import type { AlarmProps } from './alarm-props';
import { SingleAlarm } from './private/single-alarm';

/** Properties of a {@link QueueAlarm}. */
export interface QueueAlarmProps extends AlarmProps {
  /** The queue that failures are put into. */
  readonly queueName: string;
}

/**
 * Goes off while a queue of failures holds a message.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/dead-letter-queues-alarms-cloudwatch.html
 */
export class QueueAlarm extends SingleAlarm {
  public constructor(scope: Construct, id: string, props: QueueAlarmProps) {
    super(scope, id, props, {
      condition: 'failures-waiting',
      description: `Failures of ${props.name} wait in queue ${props.queueName}. Receive a message: it has the event and the error. Send the event again once the cause is gone, then delete the message; after the queue's retention it is lost.`,
      namespace: 'AWS/SQS',
      metricName: 'ApproximateNumberOfMessagesVisible',
      dimensions: { QueueName: props.queueName },
      statistic: 'Maximum',
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 0,
      period: 300,
      datapointsToAlarm: 1,
      evaluationPeriods: 1,
      treatMissingData: 'notBreaching',
    });
  }
}
