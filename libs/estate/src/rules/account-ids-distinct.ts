import { conflicts, member, members } from '../private/located';
import type { Rule } from './rule';

/** No account has two names. */
export const accountIdsDistinct: Rule = (draft) => {
  const ids = member({ path: '', value: draft }, 'accounts')
    .flatMap(members)
    .flatMap((account) => member(account, 'id'));
  return conflicts(ids, (one, other) => one === other).map(({ earlier, later }) => ({
    ...later,
    allowed: `an id that is not at ${earlier.path} too`,
  }));
};
