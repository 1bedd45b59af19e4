import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { EmbeddedAws } from '../../embedded-aws/embedded-aws';

/** What a client of the AWS SDK needs to act in the account and Region of a resource. */
export type Account = Awaited<ReturnType<typeof accountOf>>;

/** Acts as an operator of the account that has the resource. */
export async function accountOf({ endpoint }: EmbeddedAws, arn: string) {
  const [, partition, , region = '', accountId] = arn.split(':');
  const nobody = { accessKeyId: 'embedded', secretAccessKey: 'embedded' };
  const sts = new STSClient({ endpoint, region, credentials: nobody });
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: `arn:${partition}:iam::${accountId}:role/culvert-lab`,
      RoleSessionName: 'exercise',
    }),
  );
  return {
    endpoint,
    region,
    credentials: {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    },
  };
}
