import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { VpcEndpointConnectionNotification } from '@cdktf/provider-aws/lib/vpc-endpoint-connection-notification';
import { policyDocument } from '@culvert/policy';
import { Construct } from 'constructs';
import type { EndpointService } from './endpoint-service';

/** What can happen to a connection. */
export type ConnectionEvent = 'Accept' | 'Connect' | 'Delete' | 'Reject';

/** Properties of a {@link ConnectionNotification}. */
export interface ConnectionNotificationProps {
  /** The topic's name. */
  readonly name: string;
  readonly service: EndpointService;
  /**
   * @default - all of them
   */
  readonly events?: readonly ConnectionEvent[];
}

/**
 * An SNS topic that hears of every connection to an endpoint service: who asks, is accepted,
 * rejected or leaves. Only PrivateLink, and only for this account, may publish to it.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html#create-notification-endpoint-service
 */
export class ConnectionNotification extends Construct {
  public readonly topicArn: string;

  public constructor(scope: Construct, id: string, props: ConnectionNotificationProps) {
    super(scope, id);
    const { accountId } = new DataAwsCallerIdentity(this, 'caller');
    const topic = new SnsTopic(this, 'topic', { name: props.name });
    this.topicArn = topic.arn;
    const mayPublish = new SnsTopicPolicy(this, 'topic-policy', {
      arn: topic.arn,
      policy: policyDocument({
        Sid: 'PrivateLinkPublishes',
        Effect: 'Allow',
        Principal: { Service: 'vpce.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: topic.arn,
        Condition: { StringEquals: { 'aws:SourceAccount': accountId } },
      }),
    });
    new VpcEndpointConnectionNotification(this, 'Resource', {
      vpcEndpointServiceId: props.service.id,
      connectionNotificationArn: topic.arn,
      connectionEvents: [...(props.events ?? ['Accept', 'Connect', 'Delete', 'Reject'])],
      dependsOn: [mayPublish],
    });
  }
}
