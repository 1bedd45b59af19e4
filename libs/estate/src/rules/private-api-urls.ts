import { member } from '../private/located';
import { internalApisOf, oktaClientsOf } from '../private/okta-parts';
import type { Rule } from './rule';

/** Callers of a private API call it by its own name, which the endpoint in their network answers to. */
export const privateApiUrls: Rule = (draft) => {
  const { region } = draft;
  if (internalApisOf(draft, 'private-api').length === 0 || region === undefined) {
    return [];
  }
  const suffix = `.execute-api.${region}.amazonaws.com`;
  return oktaClientsOf(draft)
    .flatMap((client) => member(client, 'apiBaseUrl'))
    .filter(({ value }) => !isApi(new URL(value).hostname, suffix))
    .map((url) => ({ ...url, allowed: `a URL such as https://a1b2c3d4e5${suffix}/live` }));
};

function isApi(host: string, suffix: string): boolean {
  return host.endsWith(suffix) && /^[a-z0-9]+$/.test(host.slice(0, -suffix.length));
}
