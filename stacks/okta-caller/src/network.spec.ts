import type { SynthesisedStack } from '@culvert/testing';
import { argumentsOf, environmentOf } from '../test/arguments';
import { statementsOf } from '../test/policies';
import { synthesise } from '../test/synthesise';

/** Where the group that the function wears may connect to: range or other group, and port. */
function egressOf(synthesised: SynthesisedStack, caller: string): readonly string[] {
  const group = synthesised.only('aws_security_group', `caller-${caller}_`).address;
  return argumentsOf(synthesised, 'aws_vpc_security_group_egress_rule')
    .filter(({ security_group_id }) => security_group_id === `\${${group}.id}`)
    .map(
      (rule) => `${rule['cidr_ipv4'] ?? rule['referenced_security_group_id']}:${rule['to_port']}`,
    )
    .sort();
}

describe('The network', () => {
  it('reaches Okta by its firewall, and the internal API by the Transit Gateway', () => {
    const synthesised = synthesise('lab');
    const endpoints = synthesised.only('aws_security_group', 'caller_endpoints').address;

    for (const caller of ['orders', 'invoices', 'shipments']) {
      expect(egressOf(synthesised, caller)).toEqual(
        [`\${${endpoints}.id}:443`, '0.0.0.0/0:443', '192.168.0.0/16:443'].sort(),
      );
    }
    expect(synthesised.only('aws_networkfirewall_rule_group').arguments).toMatchObject({
      rule_group: {
        rules_source: { rules_source_list: { targets: ['culvert.okta.example.com'] } },
      },
    });
  });

  it('lets nothing but functions, DNS and endpoints have a rule', () => {
    const ranges = argumentsOf(synthesise('lab'), 'aws_vpc_security_group_ingress_rule').map(
      (rule) => rule['cidr_ipv4'],
    );

    expect(new Set(ranges)).toEqual(new Set([undefined]));
  });

  it('has no way to the internet where Okta is behind a proxy', () => {
    const synthesised = synthesise('lab-okta-proxy');
    const endpoints = synthesised.only('aws_security_group', 'caller_endpoints').address;

    expect(
      synthesised.resourceTypes.filter((type) =>
        /internet_gateway|nat_gateway|aws_eip|networkfirewall/.test(type),
      ),
    ).toEqual([]);
    expect(JSON.stringify(argumentsOf(synthesised, 'aws_route'))).not.toContain('0.0.0.0/0');
    for (const caller of ['orders', 'invoices', 'shipments']) {
      expect(egressOf(synthesised, caller)).toEqual(
        [`\${${endpoints}.id}:443`, '192.168.0.0/24:3128'].sort(),
      );
    }
    expect(environmentOf(synthesised, 'caller-orders_')['OKTA_PROXY_URL']).toBe(
      'http://proxy.corp.example.com:3128',
    );
  });

  it('reaches private APIs by an endpoint that lets through those that callers name', () => {
    const through = statementsOf(synthesise('lab-okta-proxy'), 'aws_vpc_endpoint_policy').filter(
      ({ address }) => address.includes('execute-api'),
    );

    expect(through.map(({ actions, resources }) => [actions, resources])).toEqual([
      [
        ['execute-api:Invoke'],
        ['a1b2c3d4e5', 'f6g7h8i9j0', 'k1l2m3n4o5'].map(
          (api) => `arn:aws:execute-api:us-east-1:222222222222:${api}/*`,
        ),
      ],
    ]);
  });

  it('names no zone of the network behind the Transit Gateway where the estate has none', () => {
    const synthesised = synthesise('lab', ({ dns, ...scenario }) => scenario);

    expect(synthesised.resourceTypes.filter((type) => /resolver/.test(type))).toEqual([]);
  });
});
