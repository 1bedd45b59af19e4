import type { NetworkAclEntry } from '@culvert/packet-filter';
import { isUnknown } from '@culvert/symbolic';
import { addressFrom } from './address';
import { type Fields, knownText, numberOf } from './read';
import { trafficFrom } from './traffic';

/** An entry, or the fact for want of which it has no place in the order or no effect that is known. */
export type AclEntry = NetworkAclEntry | { readonly missing: string };

/** The last number that anyone may give; AWS's own entry has the next. */
export const LAST = 32_766;

/** An entry of its fields; undefined for AWS's own at the end, which denies what is left. */
export function aclEntryFrom(name: string, fields: Fields): AclEntry | undefined {
  const number = numberOf(fields['rule_number'] ?? fields['rule_no'], `${name}.rule_number`);
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 1) {
    return { missing: isUnknown(number) ? number.unknown : `${name}.rule_number` };
  }
  if (number > LAST) return undefined;
  const action = knownText(fields['rule_action'] ?? fields['action'])?.toLowerCase();
  if (action !== 'allow' && action !== 'deny') return { missing: `${name}.rule_action` };
  const range =
    addressFrom(fields['cidr_block'], `${name}.cidr_block`, 'IPv4') ??
    addressFrom(fields['ipv6_cidr_block'], `${name}.ipv6_cidr_block`, 'IPv6');
  if (range === undefined) return { missing: `${name}.cidr_block` };
  return { name, ruleNumber: number, action, range, ...traffic(name, fields) };
}

function traffic(name: string, fields: Fields) {
  const protocol = fields['protocol'];
  const icmp = trafficFrom(name, {
    protocol,
    from: fields['icmp_type'] ?? 0,
    to: fields['icmp_code'] ?? 0,
  });
  if (icmp.protocol === 'icmp' || icmp.protocol === 'icmpv6') {
    return { protocol: icmp.protocol, icmpType: icmp.from ?? -1, icmpCode: icmp.to ?? -1 };
  }
  const { from, to, ...only } = trafficFrom(name, {
    protocol,
    from: fields['from_port'],
    to: fields['to_port'],
  });
  return from === undefined || to === undefined ? only : { ...only, fromPort: from, toPort: to };
}
