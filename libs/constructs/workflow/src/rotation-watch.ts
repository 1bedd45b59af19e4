import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { SchedulerSchedule } from '@cdktf/provider-aws/lib/scheduler-schedule';
import { SchedulerScheduleGroup } from '@cdktf/provider-aws/lib/scheduler-schedule-group';
import { type CredentialSecret, CurrentAccount, type CustomerKey } from '@culvert/identity';
import { policyDocument, serviceTrust } from '@culvert/policy';
import { Construct } from 'constructs';
import type { StateMachineDefinition } from './definition';
import { retry } from './retry';
import { StateMachine } from './state-machine';

const NAMESPACE = 'Culvert';

/** Properties of a {@link RotationWatch}. */
export interface RotationWatchProps {
  /** The name of the state machine, its schedule and the schedule's group. */
  readonly name: string;
  readonly key: CustomerKey;
  /** Whose age is reported. */
  readonly secrets: readonly Pick<CredentialSecret, 'arn' | 'name'>[];
  /**
   * When: at least once a day, for an alarm that looks at days.
   * @default 'rate(12 hours)'
   * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
   */
  readonly scheduleExpression?: string;
}

/**
 * Reports how many days ago each secret was rotated, or created where it never was: the metric
 * `DaysSinceRotation` by `secret` in the namespace `Culvert`. AWS has no such metric. A state machine
 * without a function reads descriptions, never values.
 *
 * @throws when there is no secret to watch
 */
export class RotationWatch extends Construct {
  public readonly stateMachine: StateMachine;

  public constructor(scope: Construct, id: string, props: RotationWatchProps) {
    super(scope, id);
    const { name, key, secrets } = props;
    if (secrets.length === 0) throw new Error(`rotation watch "${name}" has no secret to watch`);
    this.stateMachine = new StateMachine(this, 'state-machine', {
      name,
      definition: definitionOf(secrets),
      key,
    });
    this.stateMachine.allow(
      {
        Sid: 'ReadsDescriptions',
        Effect: 'Allow',
        Action: 'secretsmanager:DescribeSecret',
        Resource: secrets.map(({ arn }) => arn),
      },
      {
        Sid: 'ReportsAges',
        Effect: 'Allow',
        Action: 'cloudwatch:PutMetricData',
        Resource: '*',
        Condition: { StringEquals: { 'cloudwatch:namespace': NAMESPACE } },
      },
    );
    this.schedule(name, props.scheduleExpression ?? 'rate(12 hours)');
  }

  private schedule(name: string, scheduleExpression: string): void {
    const account = new CurrentAccount(this, 'account');
    const group = new SchedulerScheduleGroup(this, 'group', { name });
    const role = new IamRole(this, 'role', {
      namePrefix: 'culvert-rotation-watch-',
      description: `schedule ${name}: starts the state machine that watches rotations`,
      assumeRolePolicy: serviceTrust('scheduler.amazonaws.com', {
        accountId: account.id,
        arn: group.arn,
      }),
    });
    const mayStart = new IamRolePolicy(this, 'may-start', {
      name: 'start-watch',
      role: role.id,
      policy: policyDocument({
        Effect: 'Allow',
        Action: 'states:StartExecution',
        Resource: this.stateMachine.arn,
      }),
    });
    new SchedulerSchedule(this, 'Resource', {
      name,
      groupName: group.name,
      description: 'reports when secrets were rotated',
      scheduleExpression,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: this.stateMachine.arn,
        roleArn: role.arn,
        input: '{}',
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3600 },
      },
      dependsOn: [mayStart],
    });
  }
}

/** In JSONata: a state for each secret would be a definition that grows with them. */
function definitionOf(secrets: RotationWatchProps['secrets']): StateMachineDefinition {
  const again = [
    retry(['States.ALL'], { intervalSeconds: 2, maxAttempts: 5, maxDelaySeconds: 60 }),
  ];
  return {
    Comment: 'how many days ago each secret was rotated',
    QueryLanguage: 'JSONata',
    StartAt: 'Each secret',
    TimeoutSeconds: 900,
    States: {
      'Each secret': {
        Type: 'Map',
        Items: secrets.map(({ arn, name }) => ({ arn, name })),
        MaxConcurrency: 5,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'Describe',
          States: {
            Describe: {
              Type: 'Task',
              Resource: 'arn:aws:states:::aws-sdk:secretsmanager:describeSecret',
              Arguments: { SecretId: '{% $states.input.arn %}' },
              Assign: {
                name: '{% $states.input.name %}',
                since:
                  '{% $exists($states.result.LastRotatedDate) ? $states.result.LastRotatedDate : $states.result.CreatedDate %}',
              },
              Retry: again,
              Next: 'Report',
            },
            Report: {
              Type: 'Task',
              Resource: 'arn:aws:states:::aws-sdk:cloudwatch:putMetricData',
              Arguments: {
                Namespace: NAMESPACE,
                MetricData: [
                  {
                    MetricName: 'DaysSinceRotation',
                    Dimensions: [{ Name: 'secret', Value: '{% $name %}' }],
                    Value: '{% ($millis() - $toMillis($since)) / 86400000 %}',
                  },
                ],
              },
              Retry: again,
              End: true,
            },
          },
        },
        Output: {},
        End: true,
      },
    },
  };
}
