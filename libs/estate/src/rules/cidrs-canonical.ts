import { canonical } from '../private/ipv4';
import { member, networksOf, subnetsOf } from '../private/located';
import type { Rule } from './rule';

/** A range is written with its host bits zero, which is how AWS keeps it. */
export const cidrsCanonical: Rule = (draft) =>
  networksOf(draft)
    .flatMap((network) => [network, ...subnetsOf(network)])
    .flatMap((range) => member(range, 'cidr'))
    .filter(({ value }) => value !== canonical(value))
    .map((cidr) => ({ ...cidr, allowed: canonical(cidr.value) }));
