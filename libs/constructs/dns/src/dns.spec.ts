import { IsolatedVpc } from '@culvert/network';
import { MultiAccountStack } from '@culvert/stack';
import { SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import {
  ForwardingRule,
  type ForwardingRuleProps,
  PrivateHostedZone,
  ResolverInboundEndpoint,
  ResolverOutboundEndpoint,
  ResolverQueryLog,
} from './index';

const SERVERS = ['192.168.0.53', '192.168.0.54'];

function apiAccount() {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: { api: { accountId: '222222222222', region: 'eu-central-1' } },
  });
  const api = stack.account('api');
  const vpc = new IsolatedVpc(api, 'vpc', {
    name: 'orders',
    cidrBlock: '10.20.0.0/16',
    subnets: [
      { azId: 'euc1-az1', cidrBlock: '10.20.0.0/24' },
      { azId: 'euc1-az2', cidrBlock: '10.20.1.0/24' },
    ],
  });
  const inbound = (name = 'orders') =>
    new ResolverInboundEndpoint(api, 'inbound', { name, vpc, hostNumber: 12 });
  const outbound = () =>
    new ResolverOutboundEndpoint(api, 'outbound', { name: 'orders', vpc, hostNumber: 13 });
  const rule = (props: Partial<ForwardingRuleProps> = {}, id = 'corp') =>
    new ForwardingRule(api, id, {
      name: id,
      domainName: 'corp.example.com',
      servers: SERVERS,
      endpoint: props.endpoint ?? outbound(),
      vpcs: [vpc],
      ...props,
    });
  const zone = (domainName = 'orders.apis.example.com') =>
    new PrivateHostedZone(api, 'zone', { domainName, vpcs: [vpc] });
  return { api, vpc, inbound, outbound, rule, zone, synth: () => SynthesisedStack.of(stack) };
}

/** Who may talk to whom: `tcp 53 192.168.0.0/16`, sorted. */
function rulesOf(synthesised: SynthesisedStack, direction: 'ingress' | 'egress'): string[] {
  return synthesised
    .resources(`aws_vpc_security_group_${direction}_rule`)
    .map(
      ({ arguments: rule }) => `${rule['ip_protocol']} ${rule['from_port']} ${rule['cidr_ipv4']}`,
    )
    .sort();
}

describe('ResolverInboundEndpoint', () => {
  it('has a pinned address in every subnet, for conditional forwarders to name', () => {
    const { inbound, synth } = apiAccount();
    const { addresses } = inbound();

    const synthesised = synth();
    const [one, two] = synthesised
      .resources('aws_subnet')
      .map(({ address }) => `\${${address}.id}`);

    expect(addresses).toEqual(['10.20.0.12', '10.20.1.12']);
    expect(synthesised.only('aws_route53_resolver_endpoint').arguments).toMatchObject({
      direction: 'INBOUND',
      security_group_ids: [`\${${synthesised.only('aws_security_group', 'inbound').address}.id}`],
      ip_address: [
        { ip: '10.20.0.12', subnet_id: one },
        { ip: '10.20.1.12', subnet_id: two },
      ],
    });
  });

  it('answers nobody until told whom', () => {
    const { inbound, synth } = apiAccount();
    inbound();

    expect(rulesOf(synth(), 'ingress')).toEqual([]);
  });

  it('answers the ranges named, over UDP and TCP, and asks nobody itself', () => {
    const { inbound, synth } = apiAccount();
    inbound().allowFromCidr('192.168.0.0/16');

    const synthesised = synth();

    expect(rulesOf(synthesised, 'ingress')).toEqual([
      'tcp 53 192.168.0.0/16',
      'udp 53 192.168.0.0/16',
    ]);
    expect(rulesOf(synthesised, 'egress')).toEqual([]);
  });

  it('fails on a range of every address', () => {
    expect(() => apiAccount().inbound().allowFromCidr('0.0.0.0/0')).toThrow(
      'every address there is',
    );
  });

  it.each(['', '1234', 'orders.apis', 'o'.repeat(65)])('fails on the name "%s"', (name) => {
    expect(() => apiAccount().inbound(name)).toThrow(`resolver name "${name}" is not accepted`);
  });
});

describe('ForwardingRule', () => {
  it('sends the zone to its servers, for the VPCs named', () => {
    const { rule, synth } = apiAccount();
    rule();

    const synthesised = synth();

    expect(synthesised.only('aws_route53_resolver_rule').arguments).toMatchObject({
      rule_type: 'FORWARD',
      domain_name: 'corp.example.com',
      resolver_endpoint_id: `\${${synthesised.only('aws_route53_resolver_endpoint').address}.id}`,
      target_ip: SERVERS.map((ip) => ({ ip, port: 53 })),
    });
    expect(synthesised.only('aws_route53_resolver_rule_association').arguments).toMatchObject({
      resolver_rule_id: `\${${synthesised.only('aws_route53_resolver_rule').address}.id}`,
      vpc_id: `\${${synthesised.only('aws_vpc').address}.id}`,
    });
  });

  it('lets the endpoint talk to those servers and to nothing else', () => {
    const { rule, synth } = apiAccount();
    rule();

    const synthesised = synth();

    expect(rulesOf(synthesised, 'egress')).toEqual([
      'tcp 53 192.168.0.53/32',
      'tcp 53 192.168.0.54/32',
      'udp 53 192.168.0.53/32',
      'udp 53 192.168.0.54/32',
    ]);
    expect(rulesOf(synthesised, 'ingress')).toEqual([]);
  });

  it('shares servers and endpoint with another zone', () => {
    const { outbound, rule, synth } = apiAccount();
    const endpoint = outbound();
    rule({ endpoint });
    rule(
      { endpoint, domainName: '168.192.in-addr.arpa', servers: [...SERVERS, '192.168.0.55'] },
      'arpa',
    );

    const synthesised = synth();

    expect(synthesised.resources('aws_route53_resolver_rule')).toHaveLength(2);
    expect(rulesOf(synthesised, 'egress')).toHaveLength(6);
  });

  it.each([
    [[]],
    [['192.168.0.53', '192.168.0.53']],
    [['dns.corp.example.com']],
    [['192.168.0.0/24']],
    [Array.from({ length: 7 }, (_, host) => `192.168.0.${host}`)],
  ])('fails with servers %j', (servers) => {
    expect(() => apiAccount().rule({ servers })).toThrow(
      `has servers [${servers.join(', ')}]: give 1 to 6 IPv4 addresses, each once`,
    );
  });

  it.each(['corp.example.com.', 'corp..example.com', '-corp.example.com', 'Corp.example.com', ''])(
    'fails on the zone "%s"',
    (domainName) => {
      expect(() => apiAccount().rule({ domainName })).toThrow(
        `"${domainName}" is not a domain name`,
      );
    },
  );

  it('fails without a VPC that uses it', () => {
    expect(() => apiAccount().rule({ vpcs: [] })).toThrow('names no VPC');
  });
});

describe('PrivateHostedZone', () => {
  it('is seen by its VPCs only', () => {
    const { zone, synth } = apiAccount();
    zone();

    const synthesised = synth();

    expect(synthesised.only('aws_route53_zone').arguments).toMatchObject({
      name: 'orders.apis.example.com',
      vpc: [{ vpc_id: `\${${synthesised.only('aws_vpc').address}.id}` }],
    });
  });

  it('would be public without a VPC, and fails', () => {
    const { api } = apiAccount();

    expect(
      () => new PrivateHostedZone(api, 'zone', { domainName: 'example.com', vpcs: [] }),
    ).toThrow('without it the zone is public');
  });

  it('names addresses, other names and endpoints, and says how', () => {
    const { zone, synth } = apiAccount();
    const orders = zone();
    const names = [
      orders.addAlias('@', { dnsName: 'vpce-1.execute-api.example', hostedZoneId: 'Z1' }),
      orders.addA('db', ['192.168.10.20', '192.168.10.21']),
      orders.addCname('www', 'shop.example.com'),
    ];

    const synthesised = synth();
    const record = (name: string) =>
      synthesised
        .resources('aws_route53_record')
        .find(({ arguments: candidate }) => candidate['name'] === name)?.arguments;

    expect(names).toEqual([
      'orders.apis.example.com',
      'db.orders.apis.example.com',
      'www.orders.apis.example.com',
    ]);
    expect(names.map(record)).toEqual([
      expect.objectContaining({
        type: 'A',
        alias: {
          name: 'vpce-1.execute-api.example',
          zone_id: 'Z1',
          evaluate_target_health: false,
        },
      }),
      expect.objectContaining({
        type: 'A',
        ttl: 300,
        records: ['192.168.10.20', '192.168.10.21'],
      }),
      expect.objectContaining({ type: 'CNAME', ttl: 300, records: ['shop.example.com'] }),
    ]);
  });

  it('fails on a CNAME of the zone itself', () => {
    expect(() => apiAccount().zone().addCname('@', 'shop.example.com')).toThrow('or use an alias');
  });

  it('fails on a record that is no name', () => {
    expect(() => apiAccount().zone().addA('db server', ['192.168.10.20'])).toThrow(
      '"db server.orders.apis.example.com" is not a domain name',
    );
  });
});

describe('ResolverQueryLog', () => {
  it('keeps what a VPC asks for, in a log group that AWS may write to', () => {
    const { api, vpc, synth } = apiAccount();
    new ResolverQueryLog(api, 'query-log', { name: 'orders', vpc });

    const synthesised = synth();
    const logGroup = synthesised.only('aws_cloudwatch_log_group', 'query-log');

    expect(logGroup.arguments).toMatchObject({
      name: '/aws/vendedlogs/culvert/orders/dns-queries',
      retention_in_days: 365,
    });
    expect(synthesised.only('aws_route53_resolver_query_log_config').arguments).toMatchObject({
      destination_arn: `\${${logGroup.address}.arn}`,
    });
    expect(
      synthesised.only('aws_route53_resolver_query_log_config_association').arguments,
    ).toMatchObject({ resource_id: `\${${synthesised.only('aws_vpc').address}.id}` });
  });
});
