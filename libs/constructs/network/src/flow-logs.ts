import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { FlowLog } from '@cdktf/provider-aws/lib/flow-log';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { policyDocument, serviceTrust } from '@culvert/policy';
import { Construct } from 'constructs';

/** Properties of {@link FlowLogs}. */
export interface FlowLogsProps {
  /** The VPC's name; the log group is `/culvert/<name>/flow-logs`. */
  readonly name: string;
  readonly vpcId: string;
  /** Days, one of the values CloudWatch Logs allows. */
  readonly retentionDays: number;
}

/**
 * Every accepted and rejected flow of a VPC, once a minute, in CloudWatch Logs. The role it writes
 * with can be used by flow logs of this account only.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
export class FlowLogs extends Construct {
  public constructor(scope: Construct, id: string, props: FlowLogsProps) {
    super(scope, id);
    const { accountId } = new DataAwsCallerIdentity(this, 'caller');
    const logGroup = new CloudwatchLogGroup(this, 'log-group', {
      name: `/culvert/${props.name}/flow-logs`,
      retentionInDays: props.retentionDays,
    });
    const role = new IamRole(this, 'role', {
      namePrefix: 'culvert-flow-logs-',
      description: `writes the flow logs of ${props.name}`,
      assumeRolePolicy: serviceTrust('vpc-flow-logs.amazonaws.com', { accountId }),
    });
    const mayWrite = new IamRolePolicy(this, 'may-write', {
      name: 'write-flow-logs',
      role: role.id,
      policy: policyDocument({
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
        Resource: [logGroup.arn, `${logGroup.arn}:*`],
      }),
    });
    new FlowLog(this, 'Resource', {
      vpcId: props.vpcId,
      trafficType: 'ALL',
      maxAggregationInterval: 60,
      logDestinationType: 'cloud-watch-logs',
      logDestination: logGroup.arn,
      iamRoleArn: role.arn,
      tags: { Name: props.name },
      dependsOn: [mayWrite],
    });
  }
}
