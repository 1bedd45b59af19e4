import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeExecutionCommand,
  type DescribeExecutionCommandOutput,
  GetExecutionHistoryCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { Account } from '../../embedded-aws/account';

/** Milliseconds between two looks at an execution: more each time, since many are looked at. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 2_000;

/** Starts executions, and knows all it has started. */
export class Executions {
  private readonly client: SFNClient;
  private readonly arns: string[] = [];

  public constructor(
    account: Account,
    private readonly signal: AbortSignal,
  ) {
    this.client = new SFNClient(account);
  }

  /** Runs one to its end, whatever that is. */
  public async run(
    stateMachineArn: string,
    input: object,
  ): Promise<DescribeExecutionCommandOutput> {
    const { executionArn = '' } = await this.client.send(
      new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
    );
    this.arns.push(executionArn);
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
      const execution = await this.client.send(new DescribeExecutionCommand({ executionArn }));
      if (execution.status !== 'RUNNING') return execution;
      await sleep(pause, undefined, { signal: this.signal });
    }
  }

  /** The histories of all that were started, as JSON. */
  public async histories(): Promise<string[]> {
    const texts: string[] = [];
    for (const executionArn of this.arns) {
      const { events } = await this.client.send(new GetExecutionHistoryCommand({ executionArn }));
      const described = await this.client.send(new DescribeExecutionCommand({ executionArn }));
      texts.push(JSON.stringify([events, described.output, described.cause]));
    }
    return texts;
  }

  public get count(): number {
    return this.arns.length;
  }
}

/** What an execution failed with, in a line; undefined when it succeeded. */
export function failureOf(execution: DescribeExecutionCommandOutput): string | undefined {
  const { status, error, cause } = execution;
  return status === 'SUCCEEDED' ? undefined : `${status} ${error ?? ''} ${cause ?? ''}`;
}
