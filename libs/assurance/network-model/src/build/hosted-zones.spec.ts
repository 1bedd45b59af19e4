import { networkOfHcl, networkOfPlan } from '../../test/documents';
import { byTerraformName } from '../../test/named';

const VPCS = ['aws_vpc.this["provider"]', 'aws_vpc.this["consumer"]'];

describe('hosted zones', () => {
  const network = networkOfHcl(['apis/plan.json']);
  const zones = byTerraformName(network, 'hostedZones');

  it('that are private answer the VPCs of their blocks and associations', () => {
    expect(zones).toMatchObject({
      'module.lookup.aws_route53_zone.internal': { domain: 'shop.internal', vpcs: VPCS },
      'aws_route53_zone.public': { domain: 'example.com', missing: [] },
    });
    expect(zones['aws_route53_zone.public']).not.toHaveProperty('vpcs');
  });

  it('have records by their full names, with the names of what they lead to', () => {
    const { records } = zones['module.lookup.aws_route53_zone.internal'] as {
      records: readonly { domain: string; type: string; values: readonly { unknown: string }[] }[];
    };
    const found = records.map(({ domain, type, values }) => [domain, type, values[0]?.unknown]);

    expect(found).toEqual(
      expect.arrayContaining([
        ['api.shop.internal', 'A', 'aws_vpc_endpoint.api.dns_entry[0].dns_name'],
        ['www.shop.internal', 'CNAME', 'aws_lb.alb.dns_name'],
        ['orders.shop.internal', 'A', expect.any(String)],
        ['tcp.shop.internal', 'A', expect.any(String)],
      ]),
    );
    expect(network.endpoints.get('aws_vpc_endpoint.api.id')?.dnsNames).toMatchObject([
      { unknown: 'aws_vpc_endpoint.api.dns_entry[0].dns_name' },
    ]);
  });

  it('that only the id is known of keep their records, and say what is missing', () => {
    expect(zones['Z0123456789ABCDEFGHIJ']).toMatchObject({
      records: [{ values: ['192.168.1.20'] }],
      missing: ['domain of Z0123456789ABCDEFGHIJ', 'records of Z0123456789ABCDEFGHIJ'],
    });
  });

  it.each([
    ['', 'example.com'],
    ['*', '*.example.com'],
    ['API', 'api.example.com'],
    ['api.example.com.', 'api.example.com'],
    ['notexample.com', 'notexample.com.example.com'],
  ])('have the record "%s" as %s', (name, expected) => {
    const { hostedZones } = networkOfPlan([
      { address: 'aws_route53_zone.a', values: { zone_id: 'Z1', id: 'Z1', name: 'Example.com.' } },
      {
        address: 'aws_route53_record.a',
        values: { zone_id: 'Z1', name, type: 'A', records: ['10.0.0.1'] },
      },
    ]);

    expect(hostedZones.get('Z1')?.records).toMatchObject([{ domain: expected }]);
  });
});

describe('Resolver rules', () => {
  it('hold for the VPCs of their associations', () => {
    expect(byTerraformName(networkOfHcl(['apis/plan.json']), 'resolverRules')).toMatchObject({
      'module.lookup.aws_route53_resolver_rule.corporate': {
        domain: 'corp.example.com',
        kind: 'FORWARD',
        vpcs: [...VPCS].reverse(),
        servers: ['192.168.0.53'],
      },
    });
  });

  it('of others are there by their id', () => {
    const { resolverRules } = networkOfPlan([
      {
        address: 'aws_route53_resolver_rule_association.a',
        values: { resolver_rule_id: 'rslvr-rr-1', vpc_id: 'vpc-1' },
      },
    ]);

    expect(resolverRules.get('rslvr-rr-1')).toMatchObject({
      domain: { unknown: 'domain of rslvr-rr-1' },
      vpcs: ['vpc-1'],
    });
  });
});
