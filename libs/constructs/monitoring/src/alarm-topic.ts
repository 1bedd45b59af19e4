import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { policyDocument } from '@culvert/policy';
import { Construct } from 'constructs';

/** Properties of an {@link AlarmTopic}. */
export interface AlarmTopicProps {
  /** The topic's name. */
  readonly name: string;
}

/**
 * Where alarms go: an SNS topic that only CloudWatch alarms of this account may publish to. Whoever is
 * on call subscribes to it; no subscription is made here.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export class AlarmTopic extends Construct {
  public readonly arn: string;

  public constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    const { accountId } = new DataAwsCallerIdentity(this, 'caller');
    this.arn = new SnsTopic(this, 'Resource', { name: props.name }).arn;
    new SnsTopicPolicy(this, 'policy', {
      arn: this.arn,
      policy: policyDocument({
        Sid: 'AlarmsPublish',
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: this.arn,
        Condition: {
          StringEquals: { 'aws:SourceAccount': accountId },
          ArnLike: { 'aws:SourceArn': `arn:*:cloudwatch:*:${accountId}:alarm:*` },
        },
      }),
    });
  }
}
