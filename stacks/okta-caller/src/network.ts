import { ForwardingRule, ResolverOutboundEndpoint } from '@culvert/dns';
import { type Egress, FirewalledEgress, ProxiedEgress } from '@culvert/egress';
import {
  type FirewallEgressEstate,
  type OktaCallerEstate,
  type SubnetEstate,
  type TransitDnsEstate,
  vpcOf,
} from '@culvert/estate';
import type { CustomerKey } from '@culvert/identity';
import { IsolatedVpc, type SecurityGroup } from '@culvert/network';
import type { Account } from '@culvert/stack';
import {
  type AcceptedVpcAttachment,
  ForeignTransitGateway,
  VpcAttachment,
} from '@culvert/transit-gateway';
import { HOSTS, NAME } from './names';

/** The network that everything of the scenario is in, and its ways out. */
export interface CallerNetwork {
  readonly vpc: IsolatedVpc;
  /** The way to Okta. */
  readonly egress: Egress;
  /** The way to what is behind the Transit Gateway, where there is one. */
  readonly attachment?: AcceptedVpcAttachment;
  /** The way to Okta, where it is the network's own. */
  readonly firewall?: FirewalledEgress;
}

/** An isolated VPC with the ways out that the estate chooses. */
export function createNetwork(
  account: Account,
  scenario: OktaCallerEstate,
  key: CustomerKey,
): CallerNetwork {
  const vpc = new IsolatedVpc(account, 'vpc', {
    name: NAME,
    ...vpcOf(scenario.caller.network),
    zonalRouting: scenario.egress.type === 'firewall',
    flowLogRetentionDays: scenario.logRetentionDays,
  });
  const attachment = attach(account, vpc, scenario);
  if (scenario.dns !== undefined) {
    forwardNames(account, vpc, scenario.dns);
  }
  const { egress } = scenario;
  if (egress.type === 'firewall') {
    const firewalled = createFirewall(account, vpc, scenario, egress, key);
    return { vpc, attachment, egress: firewalled, firewall: firewalled };
  }
  if (attachment === undefined) {
    throw new Error('a proxy is behind a Transit Gateway, and the estate has none');
  }
  const { url, cidrs } = egress;
  const proxied = new ProxiedEgress(account, 'egress', { url, cidrs, attachment });
  return { vpc, attachment, egress: proxied };
}

/** Lets what wears the group call the internal API behind the Transit Gateway. */
export function allowToInternalApi(group: SecurityGroup, { internalApi }: OktaCallerEstate): void {
  for (const cidr of internalApi.type === 'transit-gateway' ? internalApi.cidrs : []) {
    group.allowToCidr(cidr, { port: 443, description: 'the internal API' });
  }
}

/** One attachment leads to the internal API, to the proxy and to the DNS servers. */
function attach(
  account: Account,
  vpc: IsolatedVpc,
  { egress, internalApi }: OktaCallerEstate,
): AcceptedVpcAttachment | undefined {
  const [gatewayId] = [internalApi, egress].flatMap((way) =>
    'transitGatewayId' in way ? [way.transitGatewayId] : [],
  );
  if (gatewayId === undefined) {
    return undefined;
  }
  const transitGateway = new ForeignTransitGateway(account, 'transit-gateway', {
    transitGatewayId: gatewayId,
  });
  const request = new VpcAttachment(account, 'transit-gateway-attachment', {
    name: NAME,
    transitGateway,
    vpc,
  });
  const attachment = transitGateway.accept('vpc', request);
  const proxied = new Set(egress.type === 'proxy' ? egress.cidrs : []);
  for (const cidr of internalApi.type === 'transit-gateway' ? internalApi.cidrs : []) {
    if (!proxied.has(cidr)) {
      attachment.routeTo(cidr);
    }
  }
  return attachment;
}

function forwardNames(account: Account, vpc: IsolatedVpc, { zones, servers }: TransitDnsEstate) {
  const endpoint = new ResolverOutboundEndpoint(account, 'resolver', {
    name: NAME,
    vpc,
    hostNumber: HOSTS.resolver,
  });
  for (const zone of zones) {
    new ForwardingRule(account, `forward-${zone.replaceAll('.', '-')}`, {
      name: `${NAME}-${zone.replaceAll('.', '-')}`,
      domainName: zone,
      servers,
      endpoint,
      vpcs: [vpc],
    });
  }
}

function createFirewall(
  account: Account,
  vpc: IsolatedVpc,
  { deletionProtection, logRetentionDays, okta }: OktaCallerEstate,
  { firewallSubnets, natSubnets }: FirewallEgressEstate,
  key: CustomerKey,
): FirewalledEgress {
  key.allowUse({
    sid: 'NetworkFirewall',
    principal: { AWS: `arn:aws:iam::${account.accountId}:root` },
    actions: ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey*'],
    condition: {
      StringEquals: {
        'kms:CallerAccount': account.accountId,
        'kms:ViaService': `network-firewall.${account.region}.amazonaws.com`,
      },
    },
  });
  return new FirewalledEgress(account, 'egress', {
    name: NAME,
    vpc,
    firewallSubnets: firewallSubnets.map(subnetOf),
    natSubnets: natSubnets.map(subnetOf),
    domains: [okta.domain],
    keyArn: key.arn,
    deletionProtection,
    logRetentionDays,
  });
}

function subnetOf({ azId, cidr }: SubnetEstate) {
  return { azId, cidrBlock: cidr };
}
