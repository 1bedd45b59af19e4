import { canonical } from '../private/ipv4';
import { member } from '../private/located';
import { transitCidrsOf } from '../private/okta-parts';
import { networksOf, onPremCidrsOf, subnetsOf } from '../private/parts';
import type { Rule } from './rule';

/** A range is written with its host bits zero, which is how AWS keeps it. */
export const cidrsCanonical: Rule = (draft) => {
  const networks = networksOf(draft);
  return [
    ...networks.flatMap((network) => member(network, 'cidr')),
    ...networks
      .flatMap((network) => subnetsOf(draft, network))
      .flatMap((subnet) => member(subnet, 'cidr')),
    ...onPremCidrsOf(draft),
    ...transitCidrsOf(draft),
  ]
    .filter(({ value }) => value !== canonical(value))
    .map((cidr) => ({ ...cidr, allowed: canonical(cidr.value) }));
};
