import type { Draft } from './draft';
import { member, type Located } from './located';
import { connectionsOf, transitGatewayOnpremOf } from './parts';

/** The ASNs of the gateways of AWS. */
export function awsAsnsOf(draft: Draft): readonly Located<number>[] {
  return [
    ...transitGatewayOnpremOf(draft)
      .flatMap((scenario) => member(scenario, 'network'))
      .flatMap((network) => member(network, 'amazonSideAsn')),
    ...connectionsOf(draft, 'direct-connect').flatMap((it) => member(it, 'gatewayAsn')),
    ...connectionsOf(draft, 'peering').flatMap((peering) => member(peering, 'amazonSideAsn')),
  ];
}

/** The ASNs of all gateways, the customer's too. */
export function asnsOf(draft: Draft): readonly Located<number>[] {
  return [
    ...awsAsnsOf(draft),
    ...connectionsOf(draft, 'vpn')
      .flatMap((vpn) => member(vpn, 'customerGateway'))
      .flatMap((gateway) => member(gateway, 'bgpAsn')),
  ];
}
