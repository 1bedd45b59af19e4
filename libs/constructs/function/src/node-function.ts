import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import { LambdaFunctionEventInvokeConfig } from '@cdktf/provider-aws/lib/lambda-function-event-invoke-config';
import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import { CurrentAccount, type CustomerKey, type Invoker, sidOf } from '@culvert/identity';
import { type IsolatedVpc, SecurityGroup } from '@culvert/network';
import { policyDocument, type PolicyStatement } from '@culvert/policy';
import { type ITerraformDependable, Lazy } from 'cdktf';
import { Construct } from 'constructs';
import type { FailureQueue } from './failure-queue';
import { Bundle } from './private/bundle';
import { letLambdaUseTheKey } from './private/environment-key';
import { interfaceStatements, logStatement, traceStatement } from './private/execution-policy';
import { createFunctionRole } from './private/function-role';
import { requireSettings } from './private/require-settings';

/** Properties of a {@link NodeFunction}. */
export interface NodeFunctionProps {
  /** The function's name, unique in account and Region. */
  readonly name: string;
  readonly description: string;
  /** The path of the zip, which has `index.js` with the export `handler` at its root. */
  readonly bundle: string;
  /** Where its network interfaces are: one for each subnet. */
  readonly vpc: Pick<IsolatedVpc, 'id' | 'subnetIds'>;
  /** Encrypts the environment and the logs. */
  readonly key: CustomerKey;
  /** Configuration, never a secret: who may describe the function reads it. */
  readonly environment: Readonly<Record<string, string>>;
  /** How many run at the same time at most; so many are kept free for it. */
  readonly reservedConcurrency: number;
  /** Seconds, 1 to 900. */
  readonly timeoutSeconds: number;
  /**
   * MiB, 128 to 10,240. The share of a CPU grows with it.
   * @default 512
   */
  readonly memoryMegabytes?: number;
  /**
   * How long logs are kept, in days, one of the values CloudWatch Logs allows.
   * @default 365
   */
  readonly logRetentionDays?: number;
}

/** What becomes of asynchronous invocations that fail. */
export interface AsyncFailures {
  /** Receives the event and the error. */
  readonly queue: FailureQueue;
  /**
   * How often Lambda tries again, 0 to 2.
   * @default 2
   */
  readonly maximumRetryAttempts?: number;
  /**
   * How long Lambda keeps an event, in seconds, 60 to 21,600.
   * @default 3600
   */
  readonly maximumEventAgeSeconds?: number;
}

/**
 * A Node.js 22 function on Graviton from a bundled zip, in isolated subnets, with a security group, a
 * log group and a role of its own. The role may write its logs and traces and whatever
 * {@link NodeFunction.allow} adds.
 *
 * @throws when the zip is not there, or a number is out of Lambda's range
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
export class NodeFunction extends Construct {
  public readonly arn: string;
  public readonly name: string;
  public readonly roleArn: string;
  public readonly logGroupName: string;
  /** Starts closed: say what the function may reach with `allowTo`. */
  public readonly securityGroup: SecurityGroup;
  private readonly resourceName: string;
  private readonly statements: PolicyStatement[] = [];

  public constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    super(scope, id);
    requireSettings(props);
    const account = new CurrentAccount(this, 'account');
    this.name = props.name;
    this.logGroupName = `/aws/lambda/${props.name}`;
    this.securityGroup = new SecurityGroup(this, 'security-group', {
      vpcId: props.vpc.id,
      name: props.name,
      description: `function ${props.name}`,
    });
    letLambdaUseTheKey(props.key, account, props.name);
    props.key.allowLogGroups(`Logs${sidOf(props.name)}`, this.logGroupName);
    const logGroup = new CloudwatchLogGroup(this, 'log-group', {
      name: this.logGroupName,
      kmsKeyId: props.key.arn,
      retentionInDays: props.logRetentionDays ?? 365,
    });
    const role = createFunctionRole(this, account, props.name);
    this.roleArn = role.arn;
    this.allow(
      logStatement(logGroup.arn),
      traceStatement(),
      ...interfaceStatements(account, props.name),
    );
    const policy = new IamRolePolicy(this, 'policy', {
      name: props.name,
      role: role.id,
      policy: Lazy.stringValue({ produce: () => policyDocument(...this.statements) }),
    });
    const bundle = new Bundle(this, 'bundle', { name: props.name, path: props.bundle });
    const resource = new LambdaFunction(this, 'Resource', {
      functionName: props.name,
      description: props.description,
      role: role.arn,
      runtime: 'nodejs22.x',
      architectures: ['arm64'],
      handler: 'index.handler',
      filename: bundle.filename,
      sourceCodeHash: bundle.hash,
      memorySize: props.memoryMegabytes ?? 512,
      timeout: props.timeoutSeconds,
      reservedConcurrentExecutions: props.reservedConcurrency,
      kmsKeyArn: props.key.arn,
      environment: { variables: { ...props.environment } },
      vpcConfig: {
        subnetIds: [...props.vpc.subnetIds],
        securityGroupIds: [this.securityGroup.id],
      },
      tracingConfig: { mode: 'Active' },
      loggingConfig: {
        logFormat: 'JSON',
        logGroup: this.logGroupName,
        applicationLogLevel: 'TRACE',
        systemLogLevel: 'INFO',
      },
      dependsOn: [logGroup, policy],
    });
    this.arn = resource.arn;
    this.resourceName = resource.functionName;
  }

  /** Adds to what the function may do. It exists only once it may. */
  public allow(...statements: readonly PolicyStatement[]): void {
    this.statements.push(...statements);
  }

  /** Lets an AWS service invoke the function on behalf of one resource of one account. */
  public allowInvokeBy(id: string, invoker: Invoker): ITerraformDependable {
    return new LambdaPermission(this, `invoked-by-${id}`, {
      functionName: this.resourceName,
      action: 'lambda:InvokeFunction',
      principal: invoker.service,
      sourceArn: invoker.sourceArn,
      sourceAccount: invoker.sourceAccount,
    });
  }

  /** Keeps the events of asynchronous invocations that failed; others tell their caller. */
  public keepAsyncFailures(failures: AsyncFailures): void {
    failures.queue.grantSend(this);
    new LambdaFunctionEventInvokeConfig(this, 'async', {
      functionName: this.resourceName,
      maximumRetryAttempts: failures.maximumRetryAttempts ?? 2,
      maximumEventAgeInSeconds: failures.maximumEventAgeSeconds ?? 3600,
      destinationConfig: { onFailure: { destination: failures.queue.arn } },
    });
  }
}
