import { member } from '../private/located';
import { rolesOf } from '../private/parts';
import type { Rule } from './rule';

/** Every account that is referred to by name is among the estate's accounts. */
export const accountNamesKnown: Rule = (draft) => {
  if (draft.accounts === undefined) {
    return [];
  }
  const names = Object.keys(draft.accounts);
  return rolesOf(draft)
    .flatMap((role) => member(role, 'account'))
    .filter(({ value }) => !names.includes(value))
    .map((name) => ({ ...name, allowed: `one of the accounts ${names.join(', ')}` }));
};
