import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import type { CurrentAccount } from '@culvert/identity';
import { serviceTrust } from '@culvert/policy';
import type { Construct } from 'constructs';

/**
 * The function's own role, for this account only. Lambda documents no source ARN for the roles of
 * functions, so that the account is what the condition can name.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function createFunctionRole(
  scope: Construct,
  account: CurrentAccount,
  name: string,
): IamRole {
  return new IamRole(scope, 'role', {
    namePrefix: 'culvert-function-',
    description: `function ${name}`,
    assumeRolePolicy: serviceTrust('lambda.amazonaws.com', { accountId: account.id }),
  });
}
