import type { TransitGatewayOnpremEstate } from '@culvert/estate';
import type { IsolatedVpc } from '@culvert/network';
import type { Account } from '@culvert/stack';
import {
  type AcceptedVpcAttachment,
  TransitGateway,
  type TransitGatewayRouteTable,
  TransitGatewayShare,
  VpcAttachment,
} from '@culvert/transit-gateway';

/** The Transit Gateway, with a route table for each side. */
export interface Hub {
  readonly transitGateway: TransitGateway;
  /** Where traffic from the API's VPC goes. */
  readonly spokes: TransitGatewayRouteTable;
  /** Where traffic from on-prem goes. */
  readonly onPrem: TransitGatewayRouteTable;
  readonly api: AcceptedVpcAttachment;
}

/**
 * The Transit Gateway of the network account, shared with the API's account and attached from there.
 * The consumer's network is attached nowhere; blackholes keep it apart from both sides should that
 * ever change.
 */
export function createHub(
  network: Account,
  api: Account,
  vpc: IsolatedVpc,
  estate: TransitGatewayOnpremEstate,
): Hub {
  const { name } = estate.onPrem.service;
  const transitGateway = new TransitGateway(network, 'transit-gateway', {
    name,
    amazonSideAsn: estate.network.amazonSideAsn,
  });
  const share = new TransitGatewayShare(network, 'transit-gateway-share', {
    name: `${name}-transit-gateway`,
    transitGateway,
    accountIds: [api.accountId],
    acceptance: estate.network.sharing,
  });
  const request = new VpcAttachment(api, 'transit-gateway-attachment', {
    name: `${name}-api`,
    transitGateway: share.accept(api, 'shared-transit-gateway'),
    vpc,
  });
  const attachment = transitGateway.accept('api', request);

  const spokes = transitGateway.routeTable('spokes', { name: `${name}-spokes` });
  const onPrem = transitGateway.routeTable('on-prem', { name: `${name}-on-prem` });
  spokes.associate('api', attachment);
  onPrem.propagateFrom('api', attachment);
  for (const table of [spokes, onPrem]) {
    table.blackhole(estate.consumer.network.cidr);
  }
  for (const cidr of estate.onPrem.cidrs) {
    attachment.routeTo(cidr);
  }
  return { transitGateway, spokes, onPrem, api: attachment };
}
