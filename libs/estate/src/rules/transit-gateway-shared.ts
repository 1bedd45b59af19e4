import { member } from '../private/located';
import { transitGatewayOnpremOf } from '../private/parts';
import type { Rule } from './rule';

/** The Transit Gateway is shared with the API's account, so that is not its owner. */
export const transitGatewayShared: Rule = (draft) =>
  transitGatewayOnpremOf(draft).flatMap((scenario) =>
    member(scenario, 'api')
      .flatMap((api) => member(api, 'account'))
      .filter(({ value }) => value === scenario.value.network?.account)
      .map((account) => ({
        ...account,
        allowed: `another account than the Transit Gateway's ${account.value}`,
      })),
  );
