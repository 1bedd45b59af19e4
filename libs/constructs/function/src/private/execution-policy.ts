import type { CurrentAccount } from '@culvert/identity';
import type { PolicyStatement } from '@culvert/policy';

/** Writes to the function's own log group, which exists: the role may not create one. */
export function logStatement(logGroupArn: string): PolicyStatement {
  return {
    Sid: 'WritesItsLogs',
    Effect: 'Allow',
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: `${logGroupArn}:*`,
  };
}

/** X-Ray knows no resource to name. */
export function traceStatement(): PolicyStatement {
  return {
    Sid: 'WritesTraces',
    Effect: 'Allow',
    Action: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
    Resource: '*',
  };
}

const CHANGE_INTERFACES = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:UnassignPrivateIpAddresses',
] as const;
const DESCRIBE_INTERFACES = ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'] as const;

/**
 * Lambda makes the function's network interfaces with the function's role. It asks for all interfaces,
 * and EC2 describes everything or nothing; so what the role must have is denied to the function's code,
 * whose requests name the function as their source.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-best-practice-security
 */
export function interfaceStatements(account: CurrentAccount, name: string): PolicyStatement[] {
  return [
    {
      Sid: 'LambdaMakesInterfaces',
      Effect: 'Allow',
      Action: CHANGE_INTERFACES,
      Resource: account.arn('ec2', '*/*'),
    },
    {
      Sid: 'LambdaFindsInterfaces',
      Effect: 'Allow',
      Action: DESCRIBE_INTERFACES,
      Resource: '*',
    },
    {
      Sid: 'TheCodeDoesNeither',
      Effect: 'Deny',
      Action: [...CHANGE_INTERFACES, ...DESCRIBE_INTERFACES],
      Resource: '*',
      Condition: {
        ArnEquals: { 'lambda:SourceFunctionArn': account.arn('lambda', `function:${name}`) },
      },
    },
  ];
}
