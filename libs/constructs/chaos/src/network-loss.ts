import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { Ec2ManagedPrefixList } from '@cdktf/provider-aws/lib/ec2-managed-prefix-list';
import { FisExperimentTemplate } from '@cdktf/provider-aws/lib/fis-experiment-template';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { CurrentAccount, type CustomerKey, sidOf } from '@culvert/identity';
import type { Alarm } from '@culvert/monitoring';
import { policyDocument, serviceTrust } from '@culvert/policy';
import { Construct } from 'constructs';
import { experimentStatements } from './private/experiment-policy';
import { requireBounds } from './private/require-bounds';

/** Properties of a {@link NetworkLoss}. */
export interface NetworkLossProps {
  /** The experiment's name, unique in account and Region. */
  readonly name: string;
  /** What is lost, and what should happen then. */
  readonly description: string;
  /** The subnets whose network ACL is replaced while the experiment runs, and their VPC. */
  readonly vpc: { readonly id: string; readonly subnetIds: readonly string[] };
  /**
   * What the subnets cannot reach, nor be reached from: one to ten IPv4 ranges; other subnets of the
   * VPC in other zones; what is outside of the VPC; or everything outside of each subnet.
   */
  readonly lost: { readonly cidrs: readonly string[] } | 'other-zones' | 'outside' | 'everything';
  /** Any of them stops the experiment, one to five: how far it may go. */
  readonly stopAlarms: readonly Pick<Alarm, 'arn'>[];
  /** Encrypts the experiment's log. */
  readonly key: CustomerKey;
  /**
   * How long it lasts, in minutes, 1 to 720.
   * @default 5
   */
  readonly durationMinutes?: number;
  /**
   * How long the log is kept, in days, one of the values CloudWatch Logs allows.
   * @default 365
   */
  readonly logRetentionDays?: number;
}

const SCOPES = { 'other-zones': 'availability-zone', outside: 'vpc', everything: 'all' } as const;

/**
 * A template of an experiment in which subnets lose a part of the network: packets vanish, as with a
 * broken path, so that connections hang instead of being refused. Nothing happens until somebody
 * starts it.
 *
 * @throws when ranges, alarms or minutes are more or fewer than AWS FIS takes
 * @see https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html#disrupt-connectivity
 */
export class NetworkLoss extends Construct {
  /** The template's id, to start the experiment with. */
  public readonly templateId: string;

  public constructor(scope: Construct, id: string, props: NetworkLossProps) {
    super(scope, id);
    const durationMinutes = props.durationMinutes ?? 5;
    requireBounds(props, durationMinutes);
    const { name, vpc } = props;
    const account = new CurrentAccount(this, 'account');
    const logGroupName = `/aws/vendedlogs/fis/${name}`;
    props.key.allowLogGroups(`Experiment${sidOf(name)}`, logGroupName);
    const logGroup = new CloudwatchLogGroup(this, 'log-group', {
      name: logGroupName,
      kmsKeyId: props.key.arn,
      retentionInDays: props.logRetentionDays ?? 365,
    });
    const role = this.createRole(name, account);
    const policy = new IamRolePolicy(this, 'policy', {
      name,
      role: role.id,
      policy: policyDocument(...experimentStatements(account, vpc)),
    });
    this.templateId = new FisExperimentTemplate(this, 'Resource', {
      description: props.description,
      roleArn: role.arn,
      target: [
        {
          name: 'subnets',
          resourceType: 'aws:ec2:subnet',
          resourceArns: vpc.subnetIds.map((subnetId) => account.arn('ec2', `subnet/${subnetId}`)),
          selectionMode: 'ALL',
        },
      ],
      action: [
        {
          name: 'lose-network',
          actionId: 'aws:network:disrupt-connectivity',
          target: { key: 'Subnets', value: 'subnets' },
          parameter: [
            { key: 'duration', value: `PT${durationMinutes}M` },
            ...this.scopeOf(name, props.lost),
          ],
        },
      ],
      stopCondition: props.stopAlarms.map(({ arn }) => ({
        source: 'aws:cloudwatch:alarm',
        value: arn,
      })),
      experimentOptions: {
        accountTargeting: 'single-account',
        emptyTargetResolutionMode: 'fail',
      },
      logConfiguration: {
        logSchemaVersion: 2,
        cloudwatchLogsConfiguration: { logGroupArn: `${logGroup.arn}:*` },
      },
      tags: { Name: name },
      dependsOn: [policy],
    }).id;
  }

  private scopeOf(name: string, lost: NetworkLossProps['lost']): { key: string; value: string }[] {
    if (typeof lost === 'string') return [{ key: 'scope', value: SCOPES[lost] }];
    const prefixList = new Ec2ManagedPrefixList(this, 'prefix-list', {
      name,
      addressFamily: 'IPv4',
      maxEntries: lost.cidrs.length,
      entry: lost.cidrs.map((cidr) => ({ cidr })),
    });
    return [
      { key: 'scope', value: 'prefix-list' },
      { key: 'prefixListIdentifier', value: prefixList.id },
    ];
  }

  /** @see https://docs.aws.amazon.com/fis/latest/userguide/getting-started-iam-service-role.html */
  private createRole(name: string, account: CurrentAccount): IamRole {
    return new IamRole(this, 'role', {
      namePrefix: 'culvert-experiment-',
      description: `experiment ${name}`,
      assumeRolePolicy: serviceTrust('fis.amazonaws.com', {
        accountId: account.id,
        arn: account.arn('fis', 'experiment/*'),
      }),
    });
  }
}
