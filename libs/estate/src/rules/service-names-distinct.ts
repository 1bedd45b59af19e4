import { conflicts, member } from '../private/located';
import { applicationOf, onPremOf } from '../private/parts';
import type { Rule } from './rule';

/** The services of two scenarios have two names: resources of one account are named after them. */
export const serviceNamesDistinct: Rule = (draft) => {
  const names = [
    ...applicationOf(draft).flatMap((application) => member(application, 'service')),
    ...onPremOf(draft).flatMap((onPrem) => member(onPrem, 'service')),
  ].flatMap((service) => member(service, 'name'));
  return conflicts(names, (one, other) => one === other).map(({ earlier, later }) => ({
    ...later,
    allowed: `a name that is not at ${earlier.path} too`,
  }));
};
