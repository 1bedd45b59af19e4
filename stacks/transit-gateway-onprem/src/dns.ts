import {
  ForwardingRule,
  PrivateHostedZone,
  ResolverInboundEndpoint,
  ResolverOutboundEndpoint,
} from '@culvert/dns';
import type { TransitGatewayOnpremEstate } from '@culvert/estate';
import type { IsolatedVpc } from '@culvert/network';
import type { ExecuteApiEndpoint, PrivateApi } from '@culvert/private-api';
import type { Account } from '@culvert/stack';

/** The host numbers of the Resolver endpoints. */
const INBOUND_HOST = 12;
const OUTBOUND_HOST = 13;

/** DNS between the API's VPC and on-prem. */
export interface HybridDns {
  /** Where on-prem asks for names of the API's VPC. */
  readonly inbound: ResolverInboundEndpoint;
  /** From where names of on-prem are asked for, when on-prem has DNS servers. */
  readonly outbound?: ResolverOutboundEndpoint;
}

/** Lets on-prem resolve the private API's name, and the API's VPC the zones of on-prem. */
export function createHybridDns(
  account: Account,
  vpc: IsolatedVpc,
  { onPrem }: TransitGatewayOnpremEstate,
): HybridDns {
  const { name } = onPrem.service;
  const inbound = new ResolverInboundEndpoint(account, 'resolver-inbound', {
    name,
    vpc,
    hostNumber: INBOUND_HOST,
  });
  for (const cidr of onPrem.cidrs) {
    inbound.allowFromCidr(cidr);
  }
  if (onPrem.dns === undefined) {
    return { inbound };
  }
  const { zones, servers } = onPrem.dns;
  const outbound = new ResolverOutboundEndpoint(account, 'resolver-outbound', {
    name,
    vpc,
    hostNumber: OUTBOUND_HOST,
  });
  for (const zone of zones) {
    const name = zone.replaceAll('.', '-');
    new ForwardingRule(account, `zone-${name}`, {
      name,
      domainName: zone,
      servers,
      endpoint: outbound,
      vpcs: [vpc],
    });
  }
  return { inbound, outbound };
}

/**
 * The API's own name as a zone that only the consumer's VPC sees. With the endpoint's private DNS off,
 * every other `execute-api` name keeps its public meaning there.
 */
export function nameApiFor(
  consumer: Account,
  vpc: IsolatedVpc,
  api: PrivateApi,
  { endpoint }: ExecuteApiEndpoint,
): void {
  new PrivateHostedZone(consumer, 'api-zone', {
    domainName: `${api.id}.execute-api.${consumer.region}.amazonaws.com`,
    vpcs: [vpc],
  }).addAlias('@', endpoint.aliasTarget);
}
