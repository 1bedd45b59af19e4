import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { type EmbeddedAws, startEmbeddedAws } from '../src/embedded-aws/embedded-aws';

const region = 'eu-central-1';

/** What a client of the AWS SDK needs to act in one account. */
export type AccountConfiguration = Awaited<ReturnType<typeof accountOf>>;

/** Starts one embedded AWS for the tests of a spec file. */
export function embeddedAwsForTests(): () => EmbeddedAws {
  let aws: EmbeddedAws;
  beforeAll(async () => {
    aws = await startEmbeddedAws();
  }, 60_000);
  afterAll(() => aws.stop());
  return () => aws;
}

/** Acts in the account through a role of it, as Terraform does. */
export async function accountOf({ endpoint }: EmbeddedAws, accountId: string) {
  const nobody = { accessKeyId: 'embedded', secretAccessKey: 'embedded' };
  const sts = new STSClient({ endpoint, region, credentials: nobody });
  const { Credentials: credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${accountId}:role/deploy`,
      RoleSessionName: 'spec',
    }),
  );
  return {
    endpoint,
    region,
    credentials: {
      accessKeyId: credentials?.AccessKeyId ?? '',
      secretAccessKey: credentials?.SecretAccessKey ?? '',
      sessionToken: credentials?.SessionToken ?? '',
    },
  };
}
