import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { type CustomerKey, sidOf } from '@culvert/identity';
import { policyDocument } from '@culvert/policy';
import { Construct } from 'constructs';

/** Properties of an {@link AlarmTopic}. */
export interface AlarmTopicProps {
  /** The topic's name. */
  readonly name: string;
  /**
   * Encrypts messages at rest; the account's alarms may then use it.
   * @default - none
   */
  readonly key?: CustomerKey;
}

/**
 * Where alarms go: an SNS topic that only CloudWatch alarms of this account may publish to. Whoever is
 * on call subscribes to it; no subscription is made here.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export class AlarmTopic extends Construct {
  public readonly arn: string;

  public constructor(scope: Construct, id: string, { name, key }: AlarmTopicProps) {
    super(scope, id);
    const { accountId } = new DataAwsCallerIdentity(this, 'caller');
    const ofAnAlarm = {
      StringEquals: { 'aws:SourceAccount': accountId },
      ArnLike: { 'aws:SourceArn': `arn:*:cloudwatch:*:${accountId}:alarm:*` },
    };
    const cloudWatch = { Service: 'cloudwatch.amazonaws.com' };
    key?.allowUse({
      sid: `Alarms${sidOf(name)}`,
      principal: cloudWatch,
      condition: { StringEquals: ofAnAlarm.StringEquals },
    });
    this.arn = new SnsTopic(this, 'Resource', { name, kmsMasterKeyId: key?.arn }).arn;
    new SnsTopicPolicy(this, 'policy', {
      arn: this.arn,
      policy: policyDocument({
        Sid: 'AlarmsPublish',
        Effect: 'Allow',
        Principal: cloudWatch,
        Action: 'sns:Publish',
        Resource: this.arn,
        Condition: ofAnAlarm,
      }),
    });
  }
}
