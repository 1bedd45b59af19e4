import type { CurrentAccount, CustomerKey } from '@culvert/identity';
import { sidOf } from '@culvert/identity';
import type { PolicyStatement } from '@culvert/policy';

/**
 * Step Functions sets up the delivery of its logs with the machine's role. CloudWatch Logs knows no
 * resource to name for that.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy
 */
export function logStatement(): PolicyStatement {
  return {
    Sid: 'DeliversItsLogs',
    Effect: 'Allow',
    Action: [
      'logs:CreateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:DescribeLogGroups',
      'logs:DescribeResourcePolicies',
      'logs:GetLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:UpdateLogDelivery',
    ],
    Resource: '*',
  };
}

/** X-Ray knows no resource to name. */
export function traceStatement(): PolicyStatement {
  return {
    Sid: 'WritesTraces',
    Effect: 'Allow',
    Action: [
      'xray:GetSamplingRules',
      'xray:GetSamplingTargets',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ],
    Resource: '*',
  };
}

/**
 * The machine's own data, and the logs that leave it encrypted: their context is the account's logs as a
 * whole, with a literal asterisk.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
export function keyStatements(
  key: CustomerKey,
  account: CurrentAccount,
  stateMachineArn: string,
): PolicyStatement[] {
  return [
    {
      Sid: 'EncryptsItsExecutions',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: key.arn,
      Condition: {
        StringEquals: { 'kms:EncryptionContext:aws:states:stateMachineArn': stateMachineArn },
      },
    },
    {
      Sid: 'EncryptsItsLogs',
      Effect: 'Allow',
      Action: 'kms:GenerateDataKey',
      Resource: key.arn,
      Condition: {
        StringEquals: { 'kms:EncryptionContext:SourceArn': account.arn('logs', '*') },
      },
    },
  ];
}

/** The key's side of {@link keyStatements}, and of whoever deploys, starts and reads executions. */
export function letStatesUseTheKey(
  key: CustomerKey,
  account: CurrentAccount,
  name: string,
  stateMachineArn: string,
): void {
  key.allowUse({
    sid: `Executions${sidOf(name)}`,
    principal: account.principal,
    condition: {
      StringEquals: {
        'kms:CallerAccount': account.id,
        'kms:EncryptionContext:aws:states:stateMachineArn': stateMachineArn,
      },
    },
  });
  key.allowUse({
    sid: `ExecutionLogs${sidOf(name)}`,
    principal: account.principal,
    actions: ['kms:GenerateDataKey'],
    condition: {
      StringEquals: {
        'kms:CallerAccount': account.id,
        'kms:EncryptionContext:SourceArn': account.arn('logs', '*'),
      },
    },
  });
  key.allowUse({
    sid: `ExecutionLogDelivery${sidOf(name)}`,
    principal: { Service: 'delivery.logs.amazonaws.com' },
    actions: ['kms:Decrypt'],
    condition: {
      StringEquals: { 'kms:EncryptionContext:SourceArn': account.arn('logs', '*') },
    },
  });
}
