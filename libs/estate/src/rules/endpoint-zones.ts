import { member, subnetsOf } from '../private/located';
import type { Rule } from './rule';

/**
 * The API's endpoint to the service is only in zones that the service is in too.
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html
 */
export const endpointZones: Rule = (draft) =>
  member({ path: '', value: draft }, 'crossAccountPrivatelink').flatMap((scenario) => {
    const ofService = member(scenario, 'application')
      .flatMap((application) => member(application, 'network'))
      .flatMap(subnetsOf)
      .flatMap((subnet) => member(subnet, 'azId'))
      .map(({ value }) => value);
    return member(scenario, 'api')
      .flatMap((api) => member(api, 'network'))
      .flatMap(subnetsOf)
      .flatMap((subnet) => member(subnet, 'azId'))
      .filter(({ value }) => ofService.length > 0 && !ofService.includes(value))
      .map((azId) => ({
        ...azId,
        allowed: `a zone of the application network (${ofService.join(', ')})`,
      }));
  });
