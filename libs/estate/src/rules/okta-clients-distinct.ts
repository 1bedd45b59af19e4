import { conflicts, member } from '../private/located';
import { oktaCallerOf, oktaClientsOf } from '../private/okta-parts';
import type { Rule } from './rule';

/** Every caller has a client of its own, and none the one that rotates: each is revoked by itself. */
export const oktaClientsDistinct: Rule = (draft) => {
  const clients = oktaClientsOf(draft);
  const management = oktaCallerOf(draft)
    .flatMap((scenario) => member(scenario, 'okta'))
    .flatMap((okta) => member(okta, 'management'));
  return [
    [...management, ...clients].flatMap((client) => member(client, 'clientId')),
    clients.flatMap((client) => member(client, 'appId')),
  ].flatMap((ids) =>
    conflicts(ids, (one, other) => one === other).map(({ earlier, later }) => ({
      ...later,
      allowed: `an id that is not at ${earlier.path} too`,
    })),
  );
};
