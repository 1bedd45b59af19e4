import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { Construct } from 'constructs';

/**
 * The account, Region and partition of the scope's provider, and the ARNs of what is in them: known
 * while planning, also of what does not exist yet.
 */
export class CurrentAccount extends Construct {
  public readonly id: string;
  public readonly region: string;
  public readonly partition: string;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    this.id = new DataAwsCallerIdentity(this, 'caller').accountId;
    this.region = new DataAwsRegion(this, 'region').id;
    this.partition = new DataAwsPartition(this, 'partition').partition;
  }

  /** What a policy names when IAM in the account is to decide; not only the root user. */
  public get principal(): { readonly AWS: string } {
    return { AWS: `arn:${this.partition}:iam::${this.id}:root` };
  }

  /** The ARN of a resource here, such as `arn('lambda', 'function:orders')`. */
  public arn(service: string, resource: string): string {
    return `arn:${this.partition}:${service}:${this.region}:${this.id}:${resource}`;
  }

  /** The condition that a key is used by this account, and through one service, such as `lambda`. */
  public through(service: string) {
    return {
      'kms:CallerAccount': this.id,
      'kms:ViaService': `${service}.${this.region}.amazonaws.com`,
    };
  }
}
