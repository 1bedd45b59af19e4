import { IsolatedVpc, SecurityGroup } from '@culvert/network';
import { MultiAccountStack } from '@culvert/stack';
import { SynthesisedStack } from '@culvert/testing';
import { ForeignTransitGateway, VpcAttachment } from '@culvert/transit-gateway';
import { Testing } from 'cdktf';
import { FirewalledEgress, type FirewalledEgressProps, ProxiedEgress } from './index';

const KEY = 'arn:aws:kms:eu-central-1:222222222222:key/1';
const FIREWALL_SUBNETS = [
  { azId: 'euc1-az1', cidrBlock: '10.20.8.0/28' },
  { azId: 'euc1-az2', cidrBlock: '10.20.8.16/28' },
];
const NAT_SUBNETS = [
  { azId: 'euc1-az2', cidrBlock: '10.20.9.16/28' },
  { azId: 'euc1-az1', cidrBlock: '10.20.9.0/28' },
];

function network({ zonalRouting = true } = {}) {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: { api: { accountId: '222222222222', region: 'eu-central-1' } },
  });
  const account = stack.account('api');
  const vpc = new IsolatedVpc(account, 'vpc', {
    name: 'orders',
    cidrBlock: '10.20.0.0/16',
    subnets: [
      { azId: 'euc1-az1', cidrBlock: '10.20.0.0/24' },
      { azId: 'euc1-az2', cidrBlock: '10.20.1.0/24' },
    ],
    zonalRouting,
  });
  const callers = new SecurityGroup(account, 'callers', {
    vpcId: vpc.id,
    name: 'callers',
    description: 'calls Okta',
  });
  return { account, vpc, callers, synth: () => SynthesisedStack.of(stack) };
}

function firewalled(props: Partial<FirewalledEgressProps> = {}, options = {}) {
  const { account, vpc, callers, synth } = network(options);
  const egress = new FirewalledEgress(account, 'egress', {
    name: 'orders',
    vpc,
    firewallSubnets: FIREWALL_SUBNETS,
    natSubnets: NAT_SUBNETS,
    domains: ['example.okta.com'],
    keyArn: KEY,
    ...props,
  });
  return { callers, egress, synth };
}

describe('FirewalledEgress', () => {
  const { synth } = firewalled();
  const synthesised = synth();
  const routeTableIn = (subnet: string) => {
    const { address } = synthesised.only('aws_subnet', subnet);
    return synthesised
      .resources('aws_route_table_association')
      .find(({ arguments: { subnet_id } }) => subnet_id === `\${${address}.id}`)?.arguments[
      'route_table_id'
    ];
  };
  const routesFrom = (subnet: string) =>
    synthesised
      .resources('aws_route')
      .map((route) => route.arguments)
      .filter(({ route_table_id }) => route_table_id === routeTableIn(subnet));
  const endpointIn = (subnet: string) =>
    expect.stringContaining(
      `val.attachment[0].subnet_id == ${synthesised.only('aws_subnet', subnet).address}.id`,
    );

  it.each(['euc1-az1', 'euc1-az2'])('leads out of zone %s and back by its own firewall', (azId) => {
    const nat = synthesised.only('aws_nat_gateway', azId);
    const gateway = synthesised.only('aws_internet_gateway');

    expect(routesFrom(`subnet-${azId}`)).toEqual([
      expect.objectContaining({
        destination_cidr_block: '0.0.0.0/0',
        vpc_endpoint_id: endpointIn(`${azId}_firewall-subnet`),
      }),
    ]);
    expect(routesFrom(`${azId}_firewall-subnet`)).toEqual([
      expect.objectContaining({
        destination_cidr_block: '0.0.0.0/0',
        nat_gateway_id: `\${${nat.address}.id}`,
      }),
    ]);
    expect(routesFrom(`${azId}_nat-subnet`)).toEqual([
      expect.objectContaining({
        destination_cidr_block: azId === 'euc1-az1' ? '10.20.0.0/24' : '10.20.1.0/24',
        vpc_endpoint_id: endpointIn(`${azId}_firewall-subnet`),
      }),
      expect.objectContaining({
        destination_cidr_block: '0.0.0.0/0',
        gateway_id: `\${${gateway.address}.id}`,
      }),
    ]);
    expect(nat.arguments['subnet_id']).toBe(
      `\${${synthesised.only('aws_subnet', `${azId}_nat-subnet`).address}.id}`,
    );
  });

  it('puts each subnet into its own zone, in whatever order they are given', () => {
    for (const azId of ['euc1-az1', 'euc1-az2']) {
      for (const kind of ['firewall', 'nat']) {
        expect(synthesised.only('aws_subnet', `${azId}_${kind}-subnet`).arguments).toMatchObject({
          availability_zone_id: azId,
          cidr_block: [...FIREWALL_SUBNETS, ...NAT_SUBNETS].find(
            (subnet) =>
              subnet.azId === azId &&
              subnet.cidrBlock.startsWith(kind === 'nat' ? '10.20.9.' : '10.20.8.'),
          )?.cidrBlock,
        });
      }
    }
  });

  it('finds the endpoint of a zone in a set that has no order', () => {
    const { address } = synthesised.only('aws_networkfirewall_firewall');

    expect(routesFrom('subnet-euc1-az1')[0]?.['vpc_endpoint_id']).toMatch(
      new RegExp(
        `^\\$\\{one\\(\\[.* in toset\\(tolist\\(${address}\\.firewall_status\\[0\\]\\.sync_states\\)\\): val\\.attachment\\[0\\]\\.endpoint_id if`,
      ),
    );
  });

  it('lets TLS through to the domains, and drops what is not named', () => {
    expect(synthesised.only('aws_networkfirewall_rule_group').arguments).toMatchObject({
      type: 'STATEFUL',
      rule_group: {
        stateful_rule_options: { rule_order: 'STRICT_ORDER' },
        rules_source: {
          rules_source_list: {
            generated_rules_type: 'ALLOWLIST',
            target_types: ['TLS_SNI'],
            targets: ['example.okta.com'],
          },
        },
      },
    });
    expect(synthesised.only('aws_networkfirewall_firewall_policy').arguments).toMatchObject({
      firewall_policy: {
        stateful_engine_options: { rule_order: 'STRICT_ORDER' },
        stateful_default_actions: ['aws:drop_established', 'aws:alert_established'],
      },
    });
  });

  it('is encrypted with the customer key, in all its parts', () => {
    for (const part of ['firewall', 'firewall_policy', 'rule_group']) {
      expect(synthesised.only(`aws_networkfirewall_${part}`).arguments).toMatchObject({
        encryption_configuration: { type: 'CUSTOMER_KMS', key_id: KEY },
      });
    }
  });

  it.each([
    [undefined, true],
    [false, false],
  ])('is protected when deletionProtection is %s: %s', (deletionProtection, expected) => {
    const firewall = firewalled({ deletionProtection })
      .synth()
      .only('aws_networkfirewall_firewall');

    expect(firewall.arguments).toMatchObject({
      delete_protection: expected,
      subnet_change_protection: expected,
      firewall_policy_change_protection: expected,
    });
  });

  it('opens port 443 to every address, for the group that asks and no other', () => {
    const { callers, egress, synth: synthAllowed } = firewalled();
    egress.allowFrom(callers);

    const allowed = synthAllowed();

    expect(synthesised.resourceTypes).not.toContain('aws_vpc_security_group_egress_rule');
    expect(allowed.only('aws_vpc_security_group_egress_rule').arguments).toMatchObject({
      security_group_id: `\${${allowed.only('aws_security_group').address}.id}`,
      cidr_ipv4: '0.0.0.0/0',
      ip_protocol: 'tcp',
      from_port: 443,
      to_port: 443,
    });
  });

  it('fails where all zones share a route table', () => {
    expect(() => firewalled({}, { zonalRouting: false })).toThrow(
      'vpc "orders/api/vpc" routes all its zones alike, and answers would come back by another firewall: give it zonalRouting',
    );
  });

  it('fails where a zone has no subnet of a kind', () => {
    expect(() => firewalled({ natSubnets: NAT_SUBNETS.slice(1) })).toThrow(
      'NAT subnets are in [euc1-az1]: give one for each zone of the VPC, [euc1-az1, euc1-az2]',
    );
  });

  it.each([[[]], [['https://example.okta.com']], [['*.okta.com']]])(
    'fails on the domains %j',
    (domains) => {
      expect(() => firewalled({ domains })).toThrow('cannot be let through');
    },
  );
});

describe('ProxiedEgress', () => {
  function proxied(url: string) {
    const { account, vpc, callers, synth } = network({ zonalRouting: false });
    const gateway = new ForeignTransitGateway(account, 'transit-gateway', {
      transitGatewayId: 'tgw-0a1b2c3d4e5f67890',
    });
    const attachment = gateway.accept(
      'vpc',
      new VpcAttachment(account, 'attachment', { name: 'orders', transitGateway: gateway, vpc }),
    );
    const cidrs = ['192.168.9.0/24', '192.168.19.0/24'];
    new ProxiedEgress(account, 'egress', { url, cidrs, attachment }).allowFrom(callers);
    return synth();
  }

  it('leads to the proxy by the Transit Gateway, and to nothing else', () => {
    const synthesised = proxied('http://proxy.corp.example.com:3128');

    expect(synthesised.resources('aws_route').map((route) => route.arguments)).toEqual(
      ['192.168.19.0/24', '192.168.9.0/24'].map((cidr) =>
        expect.objectContaining({
          destination_cidr_block: cidr,
          transit_gateway_id: 'tgw-0a1b2c3d4e5f67890',
        }),
      ),
    );
    expect(
      synthesised
        .resources('aws_vpc_security_group_egress_rule')
        .map(({ arguments: { cidr_ipv4, from_port, to_port } }) => [cidr_ipv4, from_port, to_port]),
    ).toEqual([
      ['192.168.19.0/24', 3128, 3128],
      ['192.168.9.0/24', 3128, 3128],
    ]);
    expect(
      synthesised.resourceTypes.filter((type) => /internet_gateway|nat_gateway|eip/.test(type)),
    ).toEqual([]);
  });

  it('knows the port that a URL leaves out as its default', () => {
    expect(
      proxied('http://192.168.9.10:80').resources('aws_vpc_security_group_egress_rule')[0]
        ?.arguments,
    ).toMatchObject({ from_port: 80 });
  });

  it.each(['https://proxy.corp.example.com:3128', 'http://proxy.corp.example.com', 'proxy:3128'])(
    'fails on the proxy %s',
    (url) => {
      expect(() => proxied(url)).toThrow(`proxy "${url}" is not http with a port`);
    },
  );
});
