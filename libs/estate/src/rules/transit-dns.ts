import { contains } from '../private/ipv4';
import { allOrNone, member, members } from '../private/located';
import { oktaCallerOf, transitOf } from '../private/okta-parts';
import type { Rule } from './rule';

/** DNS servers behind a Transit Gateway are in ranges that are reached through it. */
export const transitDns: Rule = (draft) => {
  const transit = transitOf(draft);
  const lists = transit.map(({ value }) => allOrNone(value.cidrs));
  const dns = oktaCallerOf(draft).flatMap((scenario) => member(scenario, 'dns'));
  if (lists.some((list) => list.length === 0)) {
    return [];
  }
  const { egress, internalApi } = draft.oktaCaller ?? {};
  if (transit.length === 0) {
    return egress?.type === 'firewall' && internalApi?.type === 'private-api'
      ? dns.map((it) => ({ ...it, allowed: 'nothing without a Transit Gateway' }))
      : [];
  }
  const cidrs = lists.flat();
  return dns
    .flatMap((it) => member(it, 'servers'))
    .flatMap(members)
    .filter(({ value }) => !cidrs.some((cidr) => contains(cidr, value)))
    .map((server) => ({ ...server, allowed: `an address in ${cidrs.join(', ')}` }));
};
