import { AZ_IDS } from '../private/az-ids';
import { allOrNone, member, members } from '../private/located';
import { egressSubnetListsOf } from '../private/okta-parts';
import type { Rule } from './rule';

/**
 * The firewall and the NAT gateways are in the zones of the caller's network, each of them: traffic
 * that changes zones on its way comes back by another firewall, which does not know it.
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/high-level-steps.html
 */
export const egressZones: Rule = (draft) => {
  const azIds = allOrNone(
    draft.oktaCaller?.caller?.network?.subnets?.map((subnet) => subnet?.azId),
  );
  const known = AZ_IDS.get(draft.region ?? '') ?? azIds;
  if (azIds.length === 0 || !azIds.every((azId) => known.includes(azId))) {
    return [];
  }
  const allowed = `a subnet in each zone of the caller's network (${azIds.join(', ')})`;
  return egressSubnetListsOf(draft).flatMap((subnets) => {
    const own = allOrNone(subnets.value.map((subnet) => subnet?.azId));
    const elsewhere = members(subnets)
      .flatMap((subnet) => member(subnet, 'azId'))
      .filter(({ value }) => known.includes(value) && !azIds.includes(value));
    const isMissing =
      elsewhere.length === 0 &&
      own.length > 1 &&
      new Set(own).size === own.length &&
      own.every((azId) => known.includes(azId)) &&
      own.length < azIds.length;
    return [
      ...elsewhere.map((azId) => ({ ...azId, allowed })),
      ...(isMissing ? [{ ...subnets, allowed }] : []),
    ];
  });
};
