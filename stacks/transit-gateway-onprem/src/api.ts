import type { TransitGatewayOnpremEstate } from '@culvert/estate';
import {
  type ExecuteApiEndpoint,
  PrivateApi,
  proxyApi,
  SwitchableVpcLink,
  VpcLinkKeepAlive,
} from '@culvert/private-api';
import type { Account } from '@culvert/stack';
import type { OnPremLoadBalancer } from './load-balancer';

/** The private API that passes everything on to the service on-prem. */
export function createApi(
  account: Account,
  estate: TransitGatewayOnpremEstate,
  { loadBalancer, port }: OnPremLoadBalancer,
  callers: { readonly own: ExecuteApiEndpoint; readonly consumer: ExecuteApiEndpoint },
): PrivateApi {
  const { name, host } = estate.onPrem.service;
  const { corsOrigins, stageName, throttling } = estate.api;
  const api = new PrivateApi(account, 'api', {
    name,
    document: proxyApi({
      title: name,
      vpcLink: new SwitchableVpcLink(account, 'vpc-link', {
        name,
        loadBalancer,
        port,
        active: estate.vpcLink,
        standby: estate.standbyVpcLink,
      }),
      origin: `${estate.tls.mode === 'none' ? 'http' : 'https'}://${host}`,
      corsOrigins,
    }),
    callers: [callers.own.endpoint, callers.consumer.endpoint],
    associatedEndpoints: [callers.own.endpoint],
    stage: { stageName, throttling, logRetentionDays: estate.logRetentionDays },
  });
  if (estate.vpcLink === 'v2') {
    new VpcLinkKeepAlive(account, 'vpc-link-keep-alive', { name: `${name}-keep-alive`, api });
  }
  callers.own.allowOnly(api);
  callers.consumer.allowOnly(api);
  return api;
}
