import { AZ_IDS } from '../private/az-ids';
import { allOrNone, member } from '../private/located';
import { crossAccountPrivatelinkOf, subnetsOf } from '../private/parts';
import type { Rule } from './rule';

/**
 * The API's endpoint to the service is only in zones that the service is in too.
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html
 */
export const endpointZones: Rule = (draft) =>
  crossAccountPrivatelinkOf(draft).flatMap((scenario) => {
    const azIds = allOrNone(
      scenario.value.application?.network?.subnets?.map((subnet) => subnet?.azId),
    );
    const known = AZ_IDS.get(draft.region ?? '') ?? azIds;
    if (azIds.length === 0 || !azIds.every((azId) => known.includes(azId))) {
      return [];
    }
    return member(scenario, 'api')
      .flatMap((api) => member(api, 'network'))
      .flatMap((network) => subnetsOf(draft, network))
      .flatMap((subnet) => member(subnet, 'azId'))
      .filter(({ value }) => known.includes(value) && !azIds.includes(value))
      .map((azId) => ({
        ...azId,
        allowed: `a zone of the application network (${azIds.join(', ')})`,
      }));
  });
