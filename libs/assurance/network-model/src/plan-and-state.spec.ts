import { byName } from '../test/by-name';
import { networkOfHcl } from '../test/documents';
import { byTerraformName } from '../test/named';

describe('a plan, held against the state after apply', () => {
  const [PLAN, STATE] = ['plan.json', 'state.json'];

  it('gives the same network of spokes at a Transit Gateway', () => {
    const plan = byName(networkOfHcl([`hub/${PLAN}`]));

    expect(plan).toEqual(byName(networkOfHcl([`hub/${STATE}`])));
    expect(plan['transitGatewayAttachments']).toHaveLength(4);
  });

  it('gives the same network of a VPC, but for an address that AWS chooses', () => {
    const plan = JSON.stringify(byName(networkOfHcl([`classic/${PLAN}`])));
    const unknown = '{"unknown":"aws_instance.db.private_ip","within":["0.0.0.0/0"]}';
    const state = byName(networkOfHcl([`classic/${STATE}`]));

    expect(plan).toContain(unknown);
    expect(JSON.parse(plan.replace(unknown, '"10.0.20.4/32"'))).toEqual(state);
  });

  it.each([
    ['services', 'loadBalancers', ['dnsName', 'listeners']],
    ['services', 'targetGroups', ['targets']],
    ['services', 'endpoints', ['dnsNames']],
    ['services', 'endpointServices', ['serviceName', 'zones']],
    ['services', 'workloads', []],
    ['apis', 'loadBalancers', ['dnsName']],
    ['apis', 'vpcLinks', []],
    ['apis', 'resolverRules', []],
  ] as const)('gives the same: %s, %s', (name, kind, leftOut) => {
    const [plan, state] = [PLAN, STATE].map((file) =>
      byTerraformName(networkOfHcl([`${name}/${file}`]), kind, leftOut),
    );

    expect(plan).toEqual(state);
    expect(Object.keys(plan ?? {})).not.toHaveLength(0);
  });

  it('joins a plan with the state of another stack', () => {
    const network = networkOfHcl([`hub/${STATE}`, `classic/${PLAN}`]);

    expect(network.vpcs.size).toBe(5);
    expect(network.vpcs.get('classic-plan-json/aws_vpc.main.id')?.name).toBe(
      'classic-plan-json/aws_vpc.main',
    );
  });
});
