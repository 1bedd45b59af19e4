import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  CreateFunctionCommand,
  LambdaClient,
  PutFunctionConcurrencyCommand,
} from '@aws-sdk/client-lambda';
import { strToU8, zipSync } from 'fflate';
import type { Account } from './embedded-account';

export interface FunctionToDeploy {
  readonly name: string;
  /** The text of `index.js`. */
  readonly code: string;
  /** Seconds. @default 20 */
  readonly timeout?: number;
  readonly variables?: Readonly<Record<string, string>>;
  readonly concurrency?: number;
}

/** The ARN of a new function. */
export async function deployFunction(
  account: Account,
  { name, code, timeout = 20, variables = {}, concurrency }: FunctionToDeploy,
): Promise<string> {
  const trust = { Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const { Role } = await new IAMClient(account).send(
    new CreateRoleCommand({
      RoleName: name,
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', ...trust }],
      }),
    }),
  );
  const lambda = new LambdaClient(account);
  const { FunctionArn } = await lambda.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: Role?.Arn,
      Timeout: timeout,
      Environment: { Variables: { ...variables } },
      LoggingConfig: { LogFormat: 'JSON', LogGroup: `/spec/${name}` },
      Code: { ZipFile: zipSync({ 'index.js': strToU8(code) }) },
    }),
  );
  if (concurrency !== undefined) {
    await lambda.send(
      new PutFunctionConcurrencyCommand({
        FunctionName: name,
        ReservedConcurrentExecutions: concurrency,
      }),
    );
  }
  return FunctionArn as string;
}
