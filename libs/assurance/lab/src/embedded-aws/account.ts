import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { EmbeddedAws } from './embedded-aws';

/** What a client of the AWS SDK needs to act in one account and Region. */
export type Account = Awaited<ReturnType<typeof accountOf>>;

/** Acts in the account through a role of it, as Terraform does. */
export async function accountOf(
  { endpoint }: EmbeddedAws,
  accountId: string,
  region = 'eu-central-1',
) {
  const nobody = { accessKeyId: 'embedded', secretAccessKey: 'embedded' };
  const sts = new STSClient({ endpoint, region, credentials: nobody });
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${accountId}:role/culvert-lab`,
      RoleSessionName: 'culvert-lab',
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

/** Acts where a resource is. */
export function accountOfArn(aws: EmbeddedAws, arn: string): Promise<Account> {
  const [, , , region, accountId = ''] = arn.split(':');
  return accountOf(aws, accountId, region);
}
