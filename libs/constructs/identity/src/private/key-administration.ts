import type { PolicyStatement } from '@culvert/policy';
import type { CurrentAccount } from '../current-account';

/**
 * What IAM in the account may allow with a key: to administer it, not to use it. `CreateGrant` is left
 * out, because a grant is a way to use it.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function keyAdministration(account: CurrentAccount): PolicyStatement {
  return {
    Sid: 'AdministeredByTheAccount',
    Effect: 'Allow',
    Principal: account.principal,
    Action: [
      'kms:CancelKeyDeletion',
      'kms:CreateAlias',
      'kms:DeleteAlias',
      'kms:DescribeKey',
      'kms:DisableKey',
      'kms:DisableKeyRotation',
      'kms:EnableKey',
      'kms:EnableKeyRotation',
      'kms:GetKeyPolicy',
      'kms:GetKeyRotationStatus',
      'kms:GetPublicKey',
      'kms:ListGrants',
      'kms:ListKeyPolicies',
      'kms:ListKeyRotations',
      'kms:ListResourceTags',
      'kms:PutKeyPolicy',
      'kms:RevokeGrant',
      'kms:RotateKeyOnDemand',
      'kms:ScheduleKeyDeletion',
      'kms:TagResource',
      'kms:UntagResource',
      'kms:UpdateAlias',
      'kms:UpdateKeyDescription',
    ],
    Resource: '*',
  };
}
