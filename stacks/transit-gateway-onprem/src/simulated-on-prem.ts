import { type PeeringEstate, type TransitGatewayOnpremEstate, vpcOf } from '@culvert/estate';
import { IsolatedVpc, SecurityGroup } from '@culvert/network';
import type { Account } from '@culvert/stack';
import {
  TransitGateway,
  type TransitGatewayAttachment,
  TransitGatewayPeering,
  VpcAttachment,
} from '@culvert/transit-gateway';
import type { Hub } from './hub';

/** On-prem as a VPC stands for it. */
export interface SimulatedOnPrem {
  /** The hub's end of the peering. */
  readonly attachment: TransitGatewayAttachment;
  readonly vpc: IsolatedVpc;
  /** What the stand-ins wear. */
  readonly group: SecurityGroup;
}

/**
 * A VPC in another Region in the place of on-prem, behind a Transit Gateway of its own that is the
 * hub's peer. Nothing runs in it; what is to stand for the service, and to call the API, wears the
 * group made here.
 */
export function peerWithSimulatedOnPrem(
  network: Account,
  simulation: Account,
  hub: Hub,
  estate: TransitGatewayOnpremEstate,
  connection: PeeringEstate,
): SimulatedOnPrem {
  const { service } = estate.onPrem;
  const name = `${service.name}-on-prem`;
  const vpc = new IsolatedVpc(simulation, 'vpc', {
    name,
    ...vpcOf(connection.network),
    flowLogRetentionDays: estate.logRetentionDays,
  });
  const group = new SecurityGroup(simulation, 'service', {
    vpcId: vpc.id,
    name: service.name,
    description: `stands for ${service.name} on-prem`,
  });
  for (const { cidr } of estate.api.network.subnets) {
    group.allowFromCidr(cidr, {
      port: service.port,
      description: `the load balancer of the API calls ${service.name}`,
    });
    group.allowToCidr(cidr, { port: 443, description: 'on-prem calls the API' });
    for (const protocol of ['tcp', 'udp'] as const) {
      group.allowToCidr(cidr, { port: 53, protocol, description: 'on-prem asks for names' });
    }
  }

  const peer = new TransitGateway(simulation, 'transit-gateway', {
    name,
    amazonSideAsn: connection.amazonSideAsn,
  });
  const attachment = peer.accept(
    'on-prem',
    new VpcAttachment(simulation, 'transit-gateway-attachment', {
      name,
      transitGateway: peer,
      vpc,
    }),
  );
  attachment.routeTo(estate.api.network.cidr);
  const peering = new TransitGatewayPeering(network, 'peering', {
    name,
    transitGateway: hub.transitGateway,
    peer,
  });
  const routeTable = peer.routeTable('routes', { name });
  routeTable.associate('on-prem', attachment);
  routeTable.associate('hub', peering.peerAttachment);
  routeTable.propagateFrom('on-prem', attachment);
  routeTable.routeTo(estate.api.network.cidr, peering.peerAttachment);

  hub.onPrem.associate('on-prem', peering.attachment);
  for (const cidr of estate.onPrem.cidrs) {
    hub.spokes.routeTo(cidr, peering.attachment);
  }
  return { attachment: peering.attachment, vpc, group };
}
