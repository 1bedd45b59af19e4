import { contains } from '../private/ipv4';
import { allOrNone, member, members } from '../private/located';
import { onPremOf } from '../private/parts';
import type { Rule } from './rule';

/** What is on-prem has an address there; a service in a VPC has one in the VPC's subnets instead. */
export const onPremAddresses: Rule = (draft) =>
  onPremOf(draft).flatMap((onPrem) => {
    const cidrs = allOrNone(onPrem.value.cidrs);
    const services = onPrem.value.connection?.type === 'peering' ? [] : member(onPrem, 'service');
    return [
      ...services.flatMap((service) => member(service, 'addresses')),
      ...member(onPrem, 'dns').flatMap((dns) => member(dns, 'servers')),
    ]
      .flatMap(members)
      .filter(({ value }) => cidrs.length > 0 && !cidrs.some((cidr) => contains(cidr, value)))
      .map((address) => ({ ...address, allowed: `an address in ${cidrs.join(', ')}` }));
  });
