import { isPublic } from '../private/ipv4';
import { member } from '../private/located';
import { connectionsOf } from '../private/parts';
import type { Rule } from './rule';

/**
 * A VPN's tunnels run over the internet, so on-prem's end of them has a public address.
 * @see https://docs.aws.amazon.com/vpn/latest/s2svpn/cgw-options.html
 */
export const customerGatewayPublic: Rule = (draft) =>
  connectionsOf(draft, 'vpn')
    .flatMap((vpn) => member(vpn, 'customerGateway'))
    .flatMap((gateway) => member(gateway, 'address'))
    .filter(({ value }) => !isPublic(value))
    .map((address) => ({ ...address, allowed: 'a public address' }));
