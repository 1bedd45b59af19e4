import type { NetworkInterface, SecurityGroup, Subnet } from '@culvert/network-model';
import type { AddressSet } from '@culvert/packet-set';
import { TRUE, unknownFor } from '@culvert/symbolic';
import type { InterfaceParty } from '../party';

/** What somebody may put into the subnet: it may send everything, and is in no group that a rule names. */
export function anythingIn(subnet: Subnet, addresses: AddressSet = subnet.ranges): InterfaceParty {
  return party(subnet, {
    name: `anything in ${subnet.name}`,
    groups: [],
    filtered: false,
    addresses,
    isPublic: TRUE,
  });
}

/** What somebody may put into the subnet with the group. */
export function anythingWith(group: SecurityGroup, subnet: Subnet): InterfaceParty {
  const name = `anything with ${group.name} in ${subnet.name}`;
  return party(subnet, {
    name,
    groups: [group.id],
    filtered: true,
    addresses: subnet.ranges,
    isPublic: unknownFor(`public address of ${name}`),
  });
}

function party(
  subnet: Subnet,
  given: Pick<NetworkInterface, 'name' | 'groups' | 'filtered' | 'addresses' | 'isPublic'>,
): InterfaceParty {
  const { account, region, missing } = subnet;
  // All of its addresses are meant, not one of them that AWS chooses.
  const own = { owner: given.name, kind: 'other', subnet: subnet.id, placed: true } as const;
  const id = given.name;
  return {
    kind: 'interface',
    interface: { id, account, region, missing, tags: {}, sourceDestCheck: TRUE, ...own, ...given },
  };
}
