import { prefixLength } from '../private/ipv4';
import { member } from '../private/located';
import { networksOf, subnetsOf } from '../private/parts';
import type { Rule } from './rule';

/**
 * A VPC and a subnet have a size that AWS allows.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
export const cidrSizes: Rule = (draft) =>
  networksOf(draft)
    .flatMap((network) => [network, ...subnetsOf(draft, network)])
    .flatMap((range) => member(range, 'cidr'))
    .filter(({ value }) => prefixLength(value) < 16 || prefixLength(value) > 28)
    .map((cidr) => ({ ...cidr, allowed: 'a prefix length from /16 to /28' }));
