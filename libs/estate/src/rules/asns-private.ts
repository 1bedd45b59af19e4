import { awsAsnsOf } from '../private/asns';
import type { Rule } from './rule';

/**
 * An ASN of AWS's side is private.
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html#create-tgw
 */
export const asnsPrivate: Rule = (draft) =>
  awsAsnsOf(draft)
    .filter(({ value }) => !isPrivate(value))
    .map((asn) => ({ ...asn, allowed: 'a private ASN: 64512 to 65534, 4200000000 to 4294967294' }));

/** @see https://www.rfc-editor.org/rfc/rfc6996 */
function isPrivate(asn: number): boolean {
  return (asn >= 64_512 && asn <= 65_534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294);
}
