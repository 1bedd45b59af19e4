import { policyDocument } from './policy-document';

/** For whom a service of AWS assumes a role. */
export interface TrustedSource {
  /** The account that the service acts for: no other can make the role its deputy. */
  readonly accountId: string;
  /**
   * The resource that the service acts for, with `*` and `?` as wildcards.
   * @default - any of the account, for services that document no source
   */
  readonly arn?: string;
}

/**
 * The trust policy of a role that one service assumes, such as `lambda.amazonaws.com`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function serviceTrust(service: string, { accountId, arn }: TrustedSource): string {
  return policyDocument({
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'sts:AssumeRole',
    Condition: {
      StringEquals: { 'aws:SourceAccount': accountId },
      ...(arn !== undefined && { ArnLike: { 'aws:SourceArn': arn } }),
    },
  });
}
