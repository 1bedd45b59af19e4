import { isUsable } from '../private/ipv4';
import { allOrNone, member, members } from '../private/located';
import { applicationOf, connectionsOf, onPremOf } from '../private/parts';
import type { Rule } from './rule';

/**
 * The addresses of a service in a VPC are in its subnets, and not among the five that AWS keeps of
 * each.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export const targetsInNetwork: Rule = (draft) =>
  [
    ...applicationOf(draft).map((application) => ({
      network: application.value.network,
      targets: member(application, 'service').flatMap((service) => member(service, 'targets')),
    })),
    ...connectionsOf(draft, 'peering').map(({ value: { network } }) => ({
      network,
      targets: onPremOf(draft)
        .flatMap((onPrem) => member(onPrem, 'service'))
        .flatMap((service) => member(service, 'addresses')),
    })),
  ].flatMap(({ network, targets }) => {
    const cidrs = allOrNone(network?.subnets?.map((subnet) => subnet?.cidr));
    return targets
      .flatMap(members)
      .filter(({ value }) => cidrs.length > 0 && !cidrs.some((cidr) => isUsable(cidr, value)))
      .map((target) => ({
        ...target,
        allowed: `an address in ${cidrs.join(', ')} that AWS does not keep for itself`,
      }));
  });
