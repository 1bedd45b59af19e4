import { member, members } from '../private/located';
import { oktaCallerOf } from '../private/okta-parts';
import type { Rule } from './rule';

/** Who owns credentials is in the caller's account: the keys that encrypt them know no other. */
export const credentialOwnersInAccount: Rule = (draft) => {
  const { accounts = {}, oktaCaller } = draft;
  const name = oktaCaller?.caller?.account ?? '';
  const id = Object.hasOwn(accounts, name) ? accounts[name]?.id : undefined;
  return oktaCallerOf(draft)
    .flatMap((scenario) => member(scenario, 'credentialOwnerRoleArns'))
    .flatMap(members)
    .filter(({ value }) => id !== undefined && value.split(':')[4] !== id)
    .map((arn) => ({ ...arn, allowed: `a role of account ${id}` }));
};
