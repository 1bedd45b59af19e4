import { isUsable } from '../private/ipv4';
import { allOrNone, member, members } from '../private/located';
import type { Rule } from './rule';

/**
 * The service's addresses are in subnets of the application network, and not among the five that AWS
 * keeps of each.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export const targetsInNetwork: Rule = (draft) =>
  member({ path: '', value: draft }, 'crossAccountPrivatelink')
    .flatMap((scenario) => member(scenario, 'application'))
    .flatMap((application) => {
      const cidrs = allOrNone(application.value.network?.subnets?.map((subnet) => subnet?.cidr));
      return member(application, 'service')
        .flatMap((service) => member(service, 'targets'))
        .flatMap(members)
        .filter(({ value }) => cidrs.length > 0 && !cidrs.some((cidr) => isUsable(cidr, value)))
        .map((target) => ({
          ...target,
          allowed: `an address in ${cidrs.join(', ')} that AWS does not keep for itself`,
        }));
    });
