import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { BatchReport } from '../../report';
import type { Account } from '../../embedded-aws/account';
import { emptyBucket } from './empty-bucket';
import { type Executions, failureOf } from './executions';
import type { Caller } from './outputs';

interface Manifest {
  readonly ResultFiles: Readonly<Record<string, readonly { readonly Key: string }[]>>;
}

const INPUT = 'requests/exercise.json';

/**
 * Leaves the bucket empty, since an estate can keep it from being deleted otherwise.
 *
 * @throws when the batch as a whole fails
 */
export async function runBatch(
  account: Account,
  executions: Executions,
  caller: Caller,
  requests: readonly object[],
): Promise<BatchReport> {
  const s3 = new S3Client({ ...account, forcePathStyle: true });
  const Bucket = caller.batchBucket;
  await s3.send(new PutObjectCommand({ Bucket, Key: INPUT, Body: JSON.stringify(requests) }));
  const execution = await executions.run(caller.batchStateMachineArn, { key: INPUT });
  const failure = failureOf(execution);
  if (failure !== undefined) throw new Error(failure);

  const read = async <T>(Key: string): Promise<T> => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    return JSON.parse((await Body?.transformToString()) ?? '') as T;
  };
  const { ResultWriterDetails: written } = JSON.parse(execution.output ?? '{}') as {
    readonly ResultWriterDetails: { readonly Key: string };
  };
  const { ResultFiles } = await read<Manifest>(written.Key);
  const count = async (status: string) => {
    const files = ResultFiles[status] ?? [];
    const results = await Promise.all(files.map(({ Key }) => read<readonly object[]>(Key)));
    return results.flat().length;
  };
  const report = {
    items: requests.length,
    succeeded: await count('SUCCEEDED'),
    failed: await count('FAILED'),
  };
  await emptyBucket(s3, Bucket);
  return report;
}
