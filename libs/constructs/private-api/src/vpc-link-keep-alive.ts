import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { SchedulerSchedule } from '@cdktf/provider-aws/lib/scheduler-schedule';
import { SchedulerScheduleGroup } from '@cdktf/provider-aws/lib/scheduler-schedule-group';
import { policyDocument, serviceTrust } from '@culvert/policy';
import { Construct } from 'constructs';
import type { PrivateApi } from './private-api';

/** Properties of a {@link VpcLinkKeepAlive}. */
export interface VpcLinkKeepAliveProps {
  /** The name of the schedule and its group, unique in account and Region. */
  readonly name: string;
  /** The API whose root goes through the link. */
  readonly api: PrivateApi;
  /**
   * The root's method as the document names it: `ANY` for `x-amazon-apigateway-any-method`.
   * @default 'ANY'
   */
  readonly httpMethod?: string;
  /**
   * When the link is used; much more often than every 60 days.
   * @default 'rate(7 days)'
   * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
   */
  readonly scheduleExpression?: string;
}

/**
 * Keeps a VPC link V2 from becoming inactive after 60 days without traffic: EventBridge Scheduler
 * invokes the method of the API's root, as the console's test does, past stage and resource policy.
 * There is no function to maintain, and the role may invoke nothing else.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-links-v2.html
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_TestInvokeMethod.html
 */
export class VpcLinkKeepAlive extends Construct {
  public constructor(scope: Construct, id: string, props: VpcLinkKeepAliveProps) {
    super(scope, id);
    const { name, api } = props;
    const httpMethod = props.httpMethod ?? 'ANY';
    const group = new SchedulerScheduleGroup(this, 'group', { name });
    const role = this.createRole(name, group.arn);
    const mayInvoke = new IamRolePolicy(this, 'may-invoke', {
      name: 'invoke-root',
      role: role.id,
      policy: policyDocument({
        Effect: 'Allow',
        Action: 'apigateway:POST',
        Resource: `${api.arn}/resources/${api.rootResourceId}/methods/${httpMethod}`,
      }),
    });
    new SchedulerSchedule(this, 'Resource', {
      name,
      groupName: group.name,
      description: `keeps the VPC link of ${api.name} active`,
      scheduleExpression: props.scheduleExpression ?? 'rate(7 days)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: 'arn:aws:scheduler:::aws-sdk:apigateway:testInvokeMethod',
        roleArn: role.arn,
        input: JSON.stringify({
          RestApiId: api.id,
          ResourceId: api.rootResourceId,
          HttpMethod: httpMethod,
          PathWithQueryString: '/',
        }),
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3600 },
      },
      dependsOn: [mayInvoke],
    });
  }

  /**
   * Scheduler names the group, never the schedule, as the source; the group holds this schedule only.
   * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
   */
  private createRole(name: string, groupArn: string): IamRole {
    const { accountId } = new DataAwsCallerIdentity(this, 'caller');
    return new IamRole(this, 'role', {
      namePrefix: 'culvert-keep-alive-',
      description: `schedule ${name}: invokes the root of a private API`,
      assumeRolePolicy: serviceTrust('scheduler.amazonaws.com', { accountId, arn: groupArn }),
    });
  }
}
