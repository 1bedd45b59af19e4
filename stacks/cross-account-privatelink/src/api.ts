import type { CrossAccountPrivatelinkEstate } from '@culvert/estate';
import type { NetworkLoadBalancer } from '@culvert/load-balancing';
import { PrivateApi, proxyApi, SwitchableVpcLink, VpcLinkKeepAlive } from '@culvert/private-api';
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
  const api = new PrivateApi(account, 'api', {
    name,
    document: proxyApi({
      title: name,
      vpcLink: new SwitchableVpcLink(account, 'vpc-link', {
        name,
        loadBalancer,
        port: transport.port,
        active: estate.vpcLink,
        standby: estate.standbyVpcLink,
      }),
      origin: `${transport.scheme}://${host}`,
      corsOrigins,
    }),
    callers: [callers.own, ...callers.others],
    associatedEndpoints: [callers.own],
    stage: { stageName, throttling, logRetentionDays: estate.logRetentionDays },
  });
  if (estate.vpcLink === 'v2') {
    new VpcLinkKeepAlive(account, 'vpc-link-keep-alive', { name: `${name}-keep-alive`, api });
  }
  return api;
}
