import {
  CreateBucketCommand,
  GetObjectCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { accountOf, embeddedAwsForTests } from '../../test/embedded-account';

jest.setTimeout(60_000);

const Bucket = 'encrypted';

describe('a bucket of the embedded AWS', () => {
  const aws = embeddedAwsForTests();

  it('is used although its policy denies what is not encrypted', async () => {
    const s3 = new S3Client({
      ...(await accountOf(aws(), '111111111111')),
      forcePathStyle: true,
    });
    const LocationConstraint = 'eu-central-1';
    const CreateBucketConfiguration = { LocationConstraint } as const;
    await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
    const denial = {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [denial] });
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));

    await s3.send(new PutObjectCommand({ Bucket, Key: 'key', Body: 'kept' }));
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: 'key' }));
    expect(await Body?.transformToString()).toBe('kept');
  });
});
