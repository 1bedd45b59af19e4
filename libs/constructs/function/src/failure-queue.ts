import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy';
import { CurrentAccount, type CustomerKey, type Grantee, sidOf } from '@culvert/identity';
import { policyDocument } from '@culvert/policy';
import { Construct } from 'constructs';

/** Properties of a {@link FailureQueue}. */
export interface FailureQueueProps {
  /** The queue's name, unique in account and Region. */
  readonly name: string;
  readonly key: CustomerKey;
  /**
   * How long a failure waits to be looked at, in days, 1 to 14.
   * @default 14
   */
  readonly retentionDays?: number;
}

/**
 * Where failures wait to be looked at: an encrypted queue that is reached over TLS only.
 *
 * @throws when failures are not kept for 1 to 14 days
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export class FailureQueue extends Construct {
  public readonly arn: string;
  public readonly name: string;
  private readonly key: CustomerKey;
  private readonly account: CurrentAccount;

  public constructor(scope: Construct, id: string, props: FailureQueueProps) {
    super(scope, id);
    const days = props.retentionDays ?? 14;
    if (!Number.isInteger(days) || days < 1 || days > 14) {
      throw new Error(`queue "${props.name}" keeps messages for ${days} days: choose 1 to 14`);
    }
    this.key = props.key;
    this.account = new CurrentAccount(this, 'account');
    this.key.allowUse({
      sid: `Queue${sidOf(props.name)}`,
      principal: this.account.principal,
      condition: { StringEquals: this.account.through('sqs') },
    });
    const queue = new SqsQueue(this, 'Resource', {
      name: props.name,
      kmsMasterKeyId: props.key.arn,
      messageRetentionSeconds: days * 24 * 60 * 60,
    });
    this.arn = queue.arn;
    this.name = queue.name;
    new SqsQueuePolicy(this, 'policy', {
      queueUrl: queue.url,
      policy: policyDocument({
        Sid: 'OverTlsOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: 'sqs:*',
        Resource: this.arn,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    });
  }

  /** Lets a role put messages into the queue, directly or through the service that it acts for. */
  public grantSend(sender: Grantee): void {
    sender.allow(
      { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: this.arn },
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: this.key.arn,
        Condition: { StringEquals: this.account.through('sqs') },
      },
    );
  }
}
