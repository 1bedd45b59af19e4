import type { Network } from '@culvert/network-model';
import { connect, type Party } from '../src/index';
import { ALL_OUT, allow, outside, party, securityGroup } from './network';

/** Lets HTTPS in from everywhere, and everything out. */
export const open = (id: string, inVpc: string) =>
  securityGroup(id, inVpc, { ingress: [{ ...allow('web', 443, '0.0.0.0/0') }], egress: ALL_OUT });

export const INTERNET = outside('internet', '198.51.100.0/24');
export const ON_PREM = outside('on-prem', '192.168.0.0/16');

export function ask(network: Network, from: string | Party, to: string | Party) {
  const partyOf = (end: string | Party) => {
    if (typeof end !== 'string') return end;
    const found = network.interfaces.get(end);
    if (found === undefined) throw new Error(`no interface ${end}`);
    return party(found);
  };
  return connect(network, {
    from: partyOf(from),
    to: partyOf(to),
    traffic: { protocol: 'tcp', ports: [443] },
  });
}

/** The last hop, in a line. */
export function blocking(network: Network, from: string | Party, to: string | Party) {
  const { hops } = ask(network, from, to);
  const last = hops.at(-1);
  return `${last?.kind} ${last?.component} ${last?.effect}: ${last?.detail}`;
}
