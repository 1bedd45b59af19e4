import type { CrossAccountPrivatelinkEstate } from '@culvert/estate';
import type { NetworkLoadBalancer } from '@culvert/load-balancing';
import { PrivateApi, proxyApi, type VpcLink, VpcLinkV1, VpcLinkV2 } from '@culvert/private-api';
import type { InterfaceEndpoint } from '@culvert/privatelink';
import type { Account } from '@culvert/stack';
import type { Transport } from './transport';

/** Whose endpoints may call the API. */
export interface ApiCallers {
  /** The endpoint in the API's own account, which gets an alias. */
  readonly own: InterfaceEndpoint;
  readonly others: readonly InterfaceEndpoint[];
}

/** The private API that passes everything on to the service behind the load balancer. */
export function createApi(
  account: Account,
  estate: CrossAccountPrivatelinkEstate,
  transport: Transport,
  loadBalancer: NetworkLoadBalancer,
  callers: ApiCallers,
): PrivateApi {
  const { name } = estate.application.service;
  const { host, corsOrigins, stageName, throttling } = estate.api;
  return new PrivateApi(account, 'api', {
    name,
    document: proxyApi({
      title: name,
      vpcLink: createVpcLink(account, estate, transport, loadBalancer),
      origin: `${transport.scheme}://${host}`,
      corsOrigins,
    }),
    callers: [callers.own, ...callers.others],
    associatedEndpoints: [callers.own],
    stage: { stageName, throttling, logRetentionDays: estate.logRetentionDays },
  });
}

function createVpcLink(
  account: Account,
  { application: { service }, vpcLink }: CrossAccountPrivatelinkEstate,
  { port }: Transport,
  loadBalancer: NetworkLoadBalancer,
): VpcLink {
  return vpcLink === 'v1'
    ? new VpcLinkV1(account, 'vpc-link-v1', { name: service.name, loadBalancer })
    : new VpcLinkV2(account, 'vpc-link', { name: service.name, loadBalancer, port });
}
