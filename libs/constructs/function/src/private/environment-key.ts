import { type CurrentAccount, type CustomerKey, sidOf } from '@culvert/identity';

/**
 * Whoever deploys encrypts the environment through Lambda, and lets Lambda make the grant by which the
 * function's role decrypts it.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
 */
export function letLambdaUseTheKey(key: CustomerKey, account: CurrentAccount, name: string): void {
  key.allowUse({
    sid: `Environment${sidOf(name)}`,
    principal: account.principal,
    actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*'],
    condition: { StringEquals: account.through('lambda') },
  });
  key.allowUse({
    sid: `EnvironmentGrant${sidOf(name)}`,
    principal: account.principal,
    actions: ['kms:CreateGrant'],
    condition: {
      StringEquals: account.through('lambda'),
      Bool: { 'kms:GrantIsForAWSResource': 'true' },
    },
  });
}
