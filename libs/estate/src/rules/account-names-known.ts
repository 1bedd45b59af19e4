import { member } from '../private/located';
import type { Rule } from './rule';

/** Every account that is referred to by name is among the estate's accounts. */
export const accountNamesKnown: Rule = (draft) => {
  if (draft.accounts === undefined) {
    return [];
  }
  const names = Object.keys(draft.accounts);
  return member({ path: '', value: draft }, 'crossAccountPrivatelink')
    .flatMap((scenario) => [
      ...member(scenario, 'application').flatMap((role) => member(role, 'account')),
      ...member(scenario, 'api').flatMap((role) => member(role, 'account')),
      ...member(scenario, 'consumer').flatMap((role) => member(role, 'account')),
    ])
    .filter(({ value }) => !names.includes(value))
    .map((name) => ({ ...name, allowed: `one of the accounts ${names.join(', ')}` }));
};
