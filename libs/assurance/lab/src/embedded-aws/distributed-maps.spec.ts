import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { deployFunction } from '../../test/deployed-function';
import { type Account, accountOf, embeddedAwsForTests } from '../../test/embedded-account';

jest.setTimeout(60_000);

const Bucket = 'batches';

describe('a distributed map over a list in S3', () => {
  const aws = embeddedAwsForTests();
  let account: Account;
  let states: SFNClient;
  let s3: S3Client;
  let functionArn: string;
  beforeAll(async () => {
    account = await accountOf(aws(), '111111111111');
    states = new SFNClient(account);
    s3 = new S3Client({ ...account, forcePathStyle: true });
    const LocationConstraint = 'eu-central-1';
    const CreateBucketConfiguration = { LocationConstraint } as const;
    await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
    functionArn = await deployFunction(account, {
      name: 'item',
      code: `exports.handler = async ({ n }) => {
        if (n < 0) throw new RangeError('negative');
        return { twice: 2 * n };
      };`,
    });
  });

  /** Runs a map of four items, of which one fails. */
  async function run(name: string, toleratedFailurePercentage: number) {
    const Body = JSON.stringify([{ n: 1 }, { n: 2 }, { n: -3 }, { n: 4 }]);
    await s3.send(new PutObjectCommand({ Bucket, Key: 'input.json', Body }));
    const item = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: functionArn, 'Payload.$': '$' },
      OutputPath: '$.Payload',
      End: true,
    };
    const map = {
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSON' },
        Parameters: { Bucket, Key: 'input.json' },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Item',
        States: { Item: item },
      },
      MaxConcurrency: 2,
      ToleratedFailurePercentage: toleratedFailurePercentage,
      ResultWriter: {
        Resource: 'arn:aws:states:::s3:putObject',
        Parameters: { Bucket, Prefix: 'results' },
      },
      End: true,
    };
    const { stateMachineArn } = await states.send(
      new CreateStateMachineCommand({
        name,
        roleArn: 'arn:aws:iam::111111111111:role/states',
        definition: JSON.stringify({ StartAt: 'Items', States: { Items: map } }),
      }),
    );
    const { executionArn } = await states.send(new StartExecutionCommand({ stateMachineArn }));
    for (;;) {
      const execution = await states.send(new DescribeExecutionCommand({ executionArn }));
      if (execution.status !== 'RUNNING') return execution;
      await sleep(50);
    }
  }

  async function read<T>(Key: string): Promise<T> {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    return JSON.parse((await Body?.transformToString()) ?? '') as T;
  }

  it('writes what came of the items, when no more failed than are tolerated', async () => {
    const { status, output } = await run('tolerant', 25);

    expect(status).toBe('SUCCEEDED');
    const { ResultWriterDetails } = JSON.parse(output ?? '') as {
      ResultWriterDetails: { Key: string };
    };
    const { ResultFiles } = await read<{
      ResultFiles: Record<'SUCCEEDED' | 'FAILED', { Key: string }[]>;
    }>(ResultWriterDetails.Key);
    const succeeded = await read<{ Output: string }[]>(ResultFiles.SUCCEEDED[0]?.Key ?? '');
    expect(succeeded.map(({ Output }) => JSON.parse(Output))).toEqual([
      { twice: 2 },
      { twice: 4 },
      { twice: 8 },
    ]);
    expect(await read(ResultFiles.FAILED[0]?.Key ?? '')).toHaveLength(1);
  });

  it('fails when more failed', async () => {
    const { status, error } = await run('strict', 24);
    expect({ status, error }).toEqual({
      status: 'FAILED',
      error: 'States.ExceedToleratedFailureThreshold',
    });
  });
});
