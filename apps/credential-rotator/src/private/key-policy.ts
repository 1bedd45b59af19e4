/** What whoever administers the account's keys may do: everything but to use the key. */
const ADMINISTRATION = [
  'kms:CancelKeyDeletion',
  'kms:DescribeKey',
  'kms:DisableKey',
  'kms:EnableKey',
  'kms:GetKeyPolicy',
  'kms:GetPublicKey',
  'kms:ListAliases',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateKeyDescription',
];

/**
 * The account administers the key through its own policies, the rotator's among them. Only the signers
 * sign, whatever those policies say.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
 */
export function keyPolicy(secretArn: string, signers: readonly (string | undefined)[]): object {
  const [, partition, , , account] = secretArn.split(':');
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Administration',
        Effect: 'Allow',
        Principal: { AWS: `arn:${partition}:iam::${account}:root` },
        Action: ADMINISTRATION,
        Resource: '*',
      },
      {
        Sid: 'Signing',
        Effect: 'Allow',
        Principal: { AWS: signers.filter((signer) => signer !== undefined) },
        Action: 'kms:Sign',
        Resource: '*',
      },
    ],
  };
}
