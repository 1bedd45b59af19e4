import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { Route53ResolverQueryLogConfig } from '@cdktf/provider-aws/lib/route53-resolver-query-log-config';
import { Route53ResolverQueryLogConfigAssociation } from '@cdktf/provider-aws/lib/route53-resolver-query-log-config-association';
import type { IsolatedVpc } from '@culvert/network';
import { Construct } from 'constructs';
import { requireResolverName } from './private/resolver-name';

/** Properties of a {@link ResolverQueryLog}. */
export interface ResolverQueryLogProps {
  /** The log's name; the log group is `/aws/vendedlogs/culvert/<name>/dns-queries`. */
  readonly name: string;
  readonly vpc: IsolatedVpc;
  /**
   * How long queries are kept, in days.
   * @default 365
   */
  readonly retentionDays?: number;
}

/**
 * Every name that is asked for in a VPC, and the answer, in CloudWatch Logs. AWS keeps the permission
 * to write to `/aws/vendedlogs/` itself, so whoever deploys needs `logs:PutResourcePolicy`.
 *
 * @throws when the name is not one that Route 53 Resolver accepts
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs.html
 */
export class ResolverQueryLog extends Construct {
  public constructor(scope: Construct, id: string, props: ResolverQueryLogProps) {
    super(scope, id);
    requireResolverName(props.name);
    const logGroup = new CloudwatchLogGroup(this, 'log-group', {
      name: `/aws/vendedlogs/culvert/${props.name}/dns-queries`,
      retentionInDays: props.retentionDays ?? 365,
    });
    const queryLog = new Route53ResolverQueryLogConfig(this, 'Resource', {
      name: props.name,
      destinationArn: logGroup.arn,
    });
    new Route53ResolverQueryLogConfigAssociation(this, 'association', {
      resolverQueryLogConfigId: queryLog.id,
      resourceId: props.vpc.id,
    });
  }
}
