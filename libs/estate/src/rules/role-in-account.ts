import { member, members } from '../private/located';
import type { Rule } from './rule';

/** An account's role belongs to the account. */
export const roleInAccount: Rule = (draft) =>
  member({ path: '', value: draft }, 'accounts')
    .flatMap(members)
    .flatMap((account) =>
      member(account, 'roleArn')
        .filter(
          ({ value }) => account.value.id !== undefined && value.split(':')[4] !== account.value.id,
        )
        .map((roleArn) => ({ ...roleArn, allowed: `a role of account ${account.value.id}` })),
    );
