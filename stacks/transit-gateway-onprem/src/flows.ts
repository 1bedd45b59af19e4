import type { TransitGatewayOnpremEstate } from '@culvert/estate';
import {
  type AttachmentEnd,
  type Flow,
  FlowCheck,
  type FlowEnd,
  type VpcEnd,
} from '@culvert/flow-check';
import type { IsolatedVpc, SecurityGroup } from '@culvert/network';
import type { ExecuteApiEndpoint } from '@culvert/private-api';
import type { TerraformStack } from 'cdktf';
import type { HybridDns } from './dns';
import type { OnPremLoadBalancer } from './load-balancer';
import type { OnPrem } from './on-prem';

/** What the flows begin and end at. */
export interface FlowEnds {
  readonly apiVpc: IsolatedVpc;
  readonly onPrem: OnPrem;
  readonly balanced: OnPremLoadBalancer;
  readonly own: ExecuteApiEndpoint;
  readonly dns: HybridDns;
}

/** Fails the synthesis unless every declared flow can pass, there and back. */
export function checkFlows(
  stack: TerraformStack,
  estate: TransitGatewayOnpremEstate,
  ends: FlowEnds,
): FlowCheck {
  return new FlowCheck(stack, 'flows', { flows: declareFlows(estate, ends) });
}

/** Everything that must be able to connect across the Transit Gateway. */
function declareFlows(
  { onPrem: { cidrs, service, dns: onPremDns } }: TransitGatewayOnpremEstate,
  { apiVpc, onPrem, balanced, own, dns: { inbound, outbound } }: FlowEnds,
): readonly Flow[] {
  const behindConnection = (cidr: string): AttachmentEnd => ({
    attachmentId: onPrem.attachment.attachmentId,
    cidr,
  });
  const standIn = onPrem.type === 'peering' ? onPrem : undefined;
  const serviceAt = (address: string): FlowEnd =>
    standIn === undefined
      ? behindConnection(`${address}/32`)
      : inVpc(standIn.vpc, standIn.group, [address]);
  const callersIn = (cidr: string): FlowEnd =>
    standIn === undefined ? behindConnection(cidr) : inVpc(standIn.vpc, standIn.group);

  return [
    ...service.addresses.map((address) => ({
      name: `${service.name} at ${address}`,
      from: inVpc(apiVpc, balanced.loadBalancer.securityGroup),
      to: serviceAt(address),
      port: service.port,
    })),
    ...cidrs.flatMap((cidr) => [
      {
        name: `API from ${cidr}`,
        from: callersIn(cidr),
        to: inVpc(apiVpc, own.endpoint.securityGroup, own.endpoint.addresses),
        port: 443,
      },
      ...dnsFlows(
        `names of the API from ${cidr}`,
        callersIn(cidr),
        inVpc(apiVpc, inbound.securityGroup, inbound.addresses),
      ),
    ]),
    ...(outbound === undefined || onPremDns === undefined
      ? []
      : onPremDns.servers.flatMap((server) =>
          dnsFlows(
            `names of on-prem at ${server}`,
            inVpc(apiVpc, outbound.securityGroup, outbound.addresses),
            behindConnection(`${server}/32`),
          ),
        )),
  ];
}

function inVpc(vpc: IsolatedVpc, group: SecurityGroup, addresses?: readonly string[]): VpcEnd {
  return { vpcId: vpc.id, securityGroupId: group.id, addresses };
}

function dnsFlows(name: string, from: FlowEnd, to: FlowEnd): Flow[] {
  return (['udp', 'tcp'] as const).map((protocol) => ({
    name: `${name} over ${protocol}`,
    from,
    to,
    port: 53,
    protocol,
  }));
}
