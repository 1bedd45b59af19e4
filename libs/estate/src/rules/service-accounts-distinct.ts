import { conflicts, member, members } from '../private/located';
import { oktaClientsOf } from '../private/okta-parts';
import type { Rule } from './rule';

/** No two service accounts are the same: a rotation changes the password of one while another works. */
export const serviceAccountsDistinct: Rule = (draft) => {
  const accounts = oktaClientsOf(draft).flatMap(({ path, value }) =>
    value.grant === 'password' ? member({ path, value }, 'accounts').flatMap(members) : [],
  );
  return (['username', 'userId'] as const).flatMap((key) =>
    conflicts(
      accounts.flatMap((account) => member(account, key)),
      (one, other) => one === other,
    ).map(({ earlier, later }) => ({
      ...later,
      allowed: `another than at ${earlier.path}`,
    })),
  );
};
