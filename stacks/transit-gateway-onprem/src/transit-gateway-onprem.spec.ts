import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Estate, loadEstate, type TransitGatewayOnpremEstate } from '@culvert/estate';
import { type Block, SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import { TransitGatewayOnprem } from './transit-gateway-onprem';

const ESTATES = join(__dirname, '..', '..', 'estates');
const NAMES = ['example', 'lab', 'lab-peering', 'lab-plain-tcp', 'lab-vpn', 'lab-vpc-link-v1'];

function synthesise(
  name: string,
  change: (scenario: TransitGatewayOnpremEstate) => TransitGatewayOnpremEstate = (same) => same,
): SynthesisedStack {
  const estate: Estate = loadEstate({ name, directory: ESTATES });
  const scenario = change(estate.transitGatewayOnprem as TransitGatewayOnpremEstate);
  return SynthesisedStack.of(
    new TransitGatewayOnprem(Testing.app(), 'transit-gateway-onprem', estate, scenario),
  );
}

function argumentsOf(synthesised: SynthesisedStack, type: string): readonly Block[] {
  return synthesised.resources(type).map((resource) => resource.arguments);
}

describe.each(NAMES)('TransitGatewayOnprem of the estate %s', (name) => {
  const synthesised = synthesise(name);

  it('has no way to or from the internet', () => {
    expect(
      synthesised.resourceTypes.filter((type) => /internet_gateway|nat_gateway|aws_eip/.test(type)),
    ).toEqual([]);
    expect(
      argumentsOf(synthesised, 'aws_route').map((route) => route['destination_cidr_block']),
    ).not.toContain('0.0.0.0/0');
  });

  it('has no rule that names every address', () => {
    const ranges = ['ingress', 'egress'].flatMap((direction) =>
      argumentsOf(synthesised, `aws_vpc_security_group_${direction}_rule`).map(
        (rule) => rule['cidr_ipv4'],
      ),
    );

    expect(ranges).not.toContain('0.0.0.0/0');
  });

  it('lets nothing meet at the Transit Gateway by itself', () => {
    for (const gateway of argumentsOf(synthesised, 'aws_ec2_transit_gateway')) {
      expect(gateway).toMatchObject({
        auto_accept_shared_attachments: 'disable',
        default_route_table_association: 'disable',
        default_route_table_propagation: 'disable',
      });
    }
  });

  it('shares the Transit Gateway with the API account, which attaches every zone of its VPC', () => {
    const attachment = synthesised.only('aws_ec2_transit_gateway_vpc_attachment', 'api_').arguments;
    const zones = synthesised
      .resources('aws_subnet')
      .filter(({ arguments: { provider } }) => provider === 'aws.api');

    expect(synthesised.only('aws_ram_resource_share').arguments['provider']).toBe('aws.network');
    expect(attachment['provider']).toBe('aws.api');
    expect(attachment['subnet_ids']).toHaveLength(zones.length);
    expect(
      synthesised.only('aws_ec2_transit_gateway_vpc_attachment_accepter').arguments['provider'],
    ).toBe('aws.network');
  });

  it("keeps the consumer's network apart from both sides, should it ever be attached", () => {
    const blackholes = argumentsOf(synthesised, 'aws_ec2_transit_gateway_route').filter(
      (route) => route['blackhole'] === true,
    );

    expect(new Set(blackholes.map((route) => route['destination_cidr_block'])).size).toBe(1);
    expect(blackholes).toHaveLength(2);
  });

  it('balances onto the addresses on-prem from every zone', () => {
    for (const attachment of argumentsOf(synthesised, 'aws_lb_target_group_attachment')) {
      expect(attachment['availability_zone']).toBe('all');
    }
  });

  it('has no secret of a VPN in its configuration', () => {
    expect(JSON.stringify(synthesised.resources('aws_vpn_connection'))).not.toMatch(
      /preshared_key"/,
    );
  });
});

describe('TransitGatewayOnprem', () => {
  it('keeps every address, since a resource whose address changes is destroyed and made anew', () => {
    const addresses = readFileSync(join(__dirname, '..', 'addresses.txt'), 'utf8');

    expect(synthesise('lab').addresses).toEqual(addresses.trim().split('\n'));
  });

  it('reaches on-prem by Direct Connect, and announces only the VPC of the API there', () => {
    expect(synthesise('lab').only('aws_dx_gateway_association').arguments).toMatchObject({
      provider: 'aws.network',
      allowed_prefixes: ['10.21.0.0/16'],
    });
  });

  it('reaches on-prem by VPN, with keys that stay in Secrets Manager', () => {
    expect(synthesise('lab-vpn').only('aws_vpn_connection').arguments).toMatchObject({
      provider: 'aws.network',
      preshared_key_storage: 'SecretsManager',
      static_routes_only: false,
    });
  });

  it('reaches a stand-in for on-prem in another Region by peering, over static routes', () => {
    const synthesised = synthesise('lab-peering');
    const regions = synthesised.providers.map(({ alias, region }) => [alias, region]);

    expect(regions).toContainEqual(['on-prem', 'us-west-2']);
    expect(
      synthesised.only('aws_ec2_transit_gateway_peering_attachment_accepter').arguments['provider'],
    ).toBe('aws.on-prem');
    expect(
      argumentsOf(synthesised, 'aws_ec2_transit_gateway_route')
        .filter((route) => route['blackhole'] !== true)
        .map((route) => [route['provider'], route['destination_cidr_block']]),
    ).toEqual([
      ['aws.network', '192.168.0.0/16'],
      ['aws.on-prem', '10.21.0.0/16'],
    ]);
  });

  it('lets on-prem call the API and ask for its name, from its ranges only', () => {
    const rules = argumentsOf(synthesise('lab'), 'aws_vpc_security_group_ingress_rule')
      .filter((rule) => rule['cidr_ipv4'] !== undefined)
      .map((rule) => [rule['cidr_ipv4'], rule['ip_protocol'], rule['from_port']]);

    expect(rules).toEqual(
      expect.arrayContaining([
        ['192.168.0.0/16', 'tcp', 443],
        ['192.168.0.0/16', 'tcp', 53],
        ['192.168.0.0/16', 'udp', 53],
      ]),
    );
    expect(new Set(rules.map(([range]) => range))).toEqual(new Set(['192.168.0.0/16']));
  });

  it("names only this API in the consumer's VPC when it keeps a zone for it", () => {
    const synthesised = synthesise('lab');

    expect(synthesised.only('aws_vpc_endpoint', 'consumer_').arguments).toMatchObject({
      private_dns_enabled: false,
    });
    expect(synthesised.only('aws_route53_zone').arguments['name']).toMatch(
      /^\$\{aws_api_gateway_rest_api\.\w+\.id\}\.execute-api\.us-east-1\.amazonaws\.com$/,
    );
  });

  it('watches the connection that there is', () => {
    const alarms = (name: string) =>
      argumentsOf(synthesise(name), 'aws_cloudwatch_metric_alarm').map(
        (alarm) => alarm['alarm_name'],
      );

    expect(alarms('lab')).toEqual(expect.arrayContaining([expect.stringContaining('silent')]));
    expect(alarms('lab-vpn')).toEqual(
      expect.arrayContaining([
        expect.stringContaining('degraded'),
        expect.stringContaining('disconnected'),
      ]),
    );
    expect(alarms('lab-vpn')).toEqual(
      expect.arrayContaining([expect.stringContaining('unhealthy')]),
    );
  });

  it('has AWS check the path only in an estate that says so', () => {
    const checked = synthesise('lab', (scenario) => ({ ...scenario, reachabilityAnalyzer: true }));

    expect(synthesise('lab').resourceTypes).not.toContain('aws_ec2_network_insights_analysis');
    expect(checked.resources('aws_ec2_network_insights_analysis')).toHaveLength(2);
  });

  it.each([
    ['lab', { v1: 0, v2: 1, rules: 'on' }],
    ['lab-vpc-link-v1', { v1: 1, v2: 0, rules: 'off' }],
    ['lab-vpc-link-v1-standby-v2', { v1: 1, v2: 1, rules: 'off' }],
    ['lab-vpc-link-v2-standby-v1', { v1: 1, v2: 1, rules: 'off' }],
  ])('has the VPC links of the estate %s', (name, { v1, v2, rules }) => {
    const synthesised = synthesise(name);

    expect(synthesised.resources('aws_api_gateway_vpc_link')).toHaveLength(v1);
    expect(synthesised.resources('aws_apigatewayv2_vpc_link')).toHaveLength(v2);
    expect(synthesised.only('aws_lb').arguments).toMatchObject({
      enforce_security_group_inbound_rules_on_private_link_traffic: rules,
    });
  });
});
