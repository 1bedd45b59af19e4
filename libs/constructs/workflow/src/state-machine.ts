import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { SfnStateMachine } from '@cdktf/provider-aws/lib/sfn-state-machine';
import { CurrentAccount, type CustomerKey, type Grantee, sidOf } from '@culvert/identity';
import { policyDocument, type PolicyStatement, serviceTrust } from '@culvert/policy';
import { Lazy } from 'cdktf';
import { Construct } from 'constructs';
import type { StateMachineDefinition } from './definition';
import { definitionProblems } from './private/definition-problems';
import {
  keyStatements,
  letStatesUseTheKey,
  logStatement,
  traceStatement,
} from './private/execution-policy';

/** Properties of a {@link StateMachine}. */
export interface StateMachineProps {
  /** The machine's name, unique in account and Region. */
  readonly name: string;
  readonly definition: StateMachineDefinition;
  /** Encrypts definition, executions and logs. */
  readonly key: CustomerKey;
  /**
   * How long logs are kept, in days, one of the values CloudWatch Logs allows.
   * @default 365
   */
  readonly logRetentionDays?: number;
}

/**
 * A standard state machine. It logs every event and no data: what goes through an execution is in its
 * history, encrypted, and nowhere else. Its role may write logs and traces and whatever
 * {@link StateMachine.allow} adds.
 *
 * @throws with everything that is wrong with the definition: targets that do not exist, states that
 * nothing leads to, `States.ALL` that is not last, names that are too long or there twice
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-security.html
 */
export class StateMachine extends Construct implements Grantee {
  public readonly arn: string;
  public readonly name: string;
  public readonly roleArn: string;
  public readonly logGroupName: string;
  private readonly account: CurrentAccount;
  private readonly statements: PolicyStatement[] = [];

  public constructor(scope: Construct, id: string, props: StateMachineProps) {
    super(scope, id);
    requireDefinition(props);
    const { name, key } = props;
    this.name = name;
    this.account = new CurrentAccount(this, 'account');
    this.logGroupName = `/aws/vendedlogs/states/${name}`;
    const arn = this.account.arn('states', `stateMachine:${name}`);
    key.allowLogGroups(`StateMachineLogs${sidOf(name)}`, this.logGroupName);
    letStatesUseTheKey(key, this.account, name, arn);
    const logGroup = new CloudwatchLogGroup(this, 'log-group', {
      name: this.logGroupName,
      kmsKeyId: key.arn,
      retentionInDays: props.logRetentionDays ?? 365,
    });
    const role = createRole(this, this.account, name, arn);
    this.roleArn = role.arn;
    this.allow(logStatement(), traceStatement(), ...keyStatements(key, this.account, arn));
    const policy = new IamRolePolicy(this, 'policy', {
      name,
      role: role.id,
      policy: Lazy.stringValue({ produce: () => policyDocument(...this.statements) }),
    });
    this.arn = new SfnStateMachine(this, 'Resource', {
      name,
      type: 'STANDARD',
      roleArn: role.arn,
      definition: JSON.stringify(props.definition),
      loggingConfiguration: {
        level: 'ALL',
        includeExecutionData: false,
        logDestination: `${logGroup.arn}:*`,
      },
      tracingConfiguration: { enabled: true },
      encryptionConfiguration: {
        type: 'CUSTOMER_MANAGED_KMS_KEY',
        kmsKeyId: key.arn,
        kmsDataKeyReusePeriodSeconds: 300,
      },
      dependsOn: [logGroup, policy],
    }).arn;
  }

  /** Adds to what the machine may do. It exists only once it may. */
  public allow(...statements: readonly PolicyStatement[]): void {
    this.statements.push(...statements);
  }

  /**
   * Lets the machine run itself for each batch of a distributed map, and watch and stop what it ran.
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html
   */
  public allowMapRuns(): void {
    this.allow(
      {
        Sid: 'StartsItself',
        Effect: 'Allow',
        Action: 'states:StartExecution',
        Resource: this.account.arn('states', `stateMachine:${this.name}`),
      },
      {
        Sid: 'WatchesWhatItStarted',
        Effect: 'Allow',
        Action: ['states:DescribeExecution', 'states:StopExecution'],
        Resource: [`${this.name}:*`, `${this.name}/*`].map((execution) =>
          this.account.arn('states', `execution:${execution}`),
        ),
      },
    );
  }
}

function requireDefinition({ name, definition }: StateMachineProps): void {
  const problems = definitionProblems(definition);
  if (problems.length > 0) {
    throw new Error(`state machine "${name}": ${problems.join('; ')}`);
  }
}

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html#prevent-cross-service-confused-deputy */
function createRole(scope: Construct, account: CurrentAccount, name: string, arn: string): IamRole {
  return new IamRole(scope, 'role', {
    namePrefix: 'culvert-state-machine-',
    description: `state machine ${name}`,
    assumeRolePolicy: serviceTrust('states.amazonaws.com', { accountId: account.id, arn }),
  });
}
