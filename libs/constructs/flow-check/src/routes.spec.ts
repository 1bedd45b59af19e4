import { FLOWS, HUB, PEERING, VPN } from '../test/hub';
import { network, type Part, ref, withBlocks, without } from '../test/network';
import { gatewayRoute, propagated, vpcAttachment, vpcRoute } from '../test/parts';
import { flow, problems } from '../test/problems';

const added = (...parts: readonly Part[]) => new Map([...HUB, ...network(...parts)]);
const API = vpcAttachment('api');
const CONSUMER = vpcAttachment('consumer');

describe('checkFlows, routes of a VPC', () => {
  it('says which route to add', () => {
    expect(problems(without(HUB, 'aws_route.api_onprem'), [flow('out')])).toEqual([
      'flow "out": no forward route to 192.168.10.20/32 (aws_route_table.api): add an aws_route with destination_cidr_block "192.168.10.20/32" and transit_gateway_id of aws_ec2_transit_gateway.hub',
    ]);
  });

  it('names a part of the range that a longer route takes elsewhere', () => {
    const diverted = added({
      'aws_route.nat': {
        route_table_id: ref('aws_route_table.api'),
        destination_cidr_block: '192.168.128.0/17',
        nat_gateway_id: 'nat-1',
      },
    });

    expect(problems(diverted)).toEqual([
      'flow "in": the return route to 192.168.128.0/17 does not lead to a Transit Gateway of the stack (aws_route_table.api): give aws_route.nat the transit_gateway_id of aws_ec2_transit_gateway.hub',
    ]);
  });

  it('names a part of the range that has no route', () => {
    const half = withBlocks(HUB, {
      'aws_route.api_onprem': { destination_cidr_block: '192.168.0.0/17' },
    });

    expect(problems(half)).toEqual([
      expect.stringContaining(
        'flow "in": no return route to all of 192.168.0.0/16, such as 192.168.128.0/17',
      ),
    ]);
  });

  it.each([
    ['a prefix list', { 'aws_route.x': { destination_prefix_list_id: 'pl-1' } }, 'aws_route.x'],
    ['an expression', { 'aws_route.x': { destination_cidr_block: '${var.x}' } }, 'aws_route.x'],
    [
      'for_each',
      { 'aws_route.x': { destination_cidr_block: '10.9.0.0/16', for_each: '${var.x}' } },
      'aws_route.x',
    ],
  ])('does not pass beside a route it cannot read: %s', (_, blocks, name) => {
    const [[address, args] = ['', {}]] = Object.entries(blocks);
    const unread = added({ [address]: { route_table_id: ref('aws_route_table.api'), ...args } });

    expect(problems(unread, [flow('out')])).toEqual([
      expect.stringContaining(`the routes of ${name}`),
    ]);
  });

  it('does not pass beside inline routes, but beside IPv6', () => {
    const inline = withBlocks(HUB, { 'aws_route_table.api': { route: [{}] } });
    const ipv6 = added({
      'aws_route.x': {
        route_table_id: ref('aws_route_table.api'),
        destination_ipv6_cidr_block: '::/0',
      },
    });

    expect(problems(inline, [flow('out')])).toEqual([
      expect.stringContaining('the routes of aws_route_table.api.route could not be read'),
    ]);
    expect(problems(ipv6)).toEqual([]);
  });

  it('does not choose between two tables of one subnet', () => {
    const twice = added({
      'aws_route_table_association.x': {
        subnet_id: ref('aws_subnet.api_a'),
        route_table_id: ref('aws_route_table.api'),
      },
    });

    expect(problems(twice, [flow('out')])).toEqual([
      expect.stringContaining('more than one route table is associated with the subnet'),
    ]);
  });

  it('concerns only the subnets of the end', () => {
    const onlyB = {
      vpcId: ref('aws_vpc.api'),
      securityGroupId: ref('aws_security_group.api'),
    };
    const broken = without(HUB, 'aws_route_table_association.api_a');
    const from = (more: object) => [{ ...flow('out'), from: { ...onlyB, ...more } }];

    expect(problems(broken, from({}))).toHaveLength(1);
    expect(problems(broken, from({ subnetIds: [ref('aws_subnet.api_b')] }))).toEqual([]);
    expect(problems(broken, from({ addresses: ['10.20.1.9'] }))).toEqual([]);
    expect(problems(broken, from({ addresses: ['10.20.0.9'] }))).toHaveLength(1);
  });
});

describe('checkFlows, routes of a Transit Gateway', () => {
  it('offers the propagation where one is possible', () => {
    expect(
      problems(without(HUB, 'aws_ec2_transit_gateway_route_table_propagation.vpn_spoke'), [
        flow('out'),
      ]),
    ).toEqual([
      'flow "out": no forward route to 192.168.10.20/32 (aws_ec2_transit_gateway_route_table.spoke): add an aws_ec2_transit_gateway_route with destination_cidr_block "192.168.10.20/32" to aws_vpn_connection.site.transit_gateway_attachment_id, or an aws_ec2_transit_gateway_route_table_propagation of it',
    ]);
    expect(problems(without(HUB, 'aws_ec2_transit_gateway_route.spoke_far'))[0]).not.toContain(
      'propagation',
    );
  });

  it.each([
    ['a shorter blackhole', '192.168.0.0/15', undefined, []],
    ['a blackhole as long as a propagation', '192.168.0.0/16', undefined, ['in']],
    ['a longer blackhole', '192.168.10.20/32', undefined, ['in', 'out']],
    ['a blackhole inside a part', '192.168.10.0/24', undefined, ['in']],
    ['a longer static route elsewhere', '192.168.10.20/32', CONSUMER, ['in', 'out']],
    ['a static route elsewhere that wins at equal length', '192.168.0.0/16', CONSUMER, ['in']],
    ['a shorter static route elsewhere', '0.0.0.0/0', CONSUMER, []],
    ['a static route to the same', '192.168.10.0/24', VPN, []],
    ['a blackhole beside it', '192.169.0.0/16', undefined, []],
  ])('follows the longest match beside %s', (_, cidr, attachment, broken) => {
    const found = problems(added(gatewayRoute('extra', 'spoke', cidr, attachment)));

    expect(found.map((text) => /^flow "(\w+)"/.exec(text)?.[1]).sort()).toEqual(broken);
  });

  it('says what takes the flow elsewhere', () => {
    expect(problems(added(gatewayRoute('extra', 'onprem', '10.20.1.0/24')), [flow('in')])).toEqual([
      'flow "in": the forward route to 10.20.1.0/24 is a blackhole (aws_ec2_transit_gateway_route_table.onprem): remove aws_ec2_transit_gateway_route.extra, or add an aws_ec2_transit_gateway_route with a longer prefix to aws_ec2_transit_gateway_vpc_attachment.api',
    ]);
    expect(
      problems(added(gatewayRoute('extra', 'onprem', '10.20.1.0/24', CONSUMER)), [flow('in')]),
    ).toEqual([
      expect.stringContaining(
        'leads to aws_ec2_transit_gateway_vpc_attachment.consumer instead of aws_ec2_transit_gateway_vpc_attachment.api',
      ),
    ]);
  });

  it('counts a blackhole that depends on a variable as one', () => {
    const maybe = added(gatewayRoute('extra', 'spoke', '192.168.10.20/32', VPN));
    const route = { 'aws_ec2_transit_gateway_route.extra': { blackhole: '${var.closed}' } };

    expect(problems(maybe)).toEqual([]);
    expect(problems(withBlocks(maybe, route), [flow('out')])).toEqual([
      expect.stringContaining('is a blackhole'),
    ]);
  });

  it('prefers Direct Connect to a VPN that propagates the same', () => {
    const both = withBlocks(
      added(
        propagated('dx', ref('data.aws_ec2_transit_gateway_dx_gateway_attachment.dx'), 'spoke'),
      ),
      {
        'data.aws_ec2_transit_gateway_dx_gateway_attachment.dx': {
          transit_gateway_id: ref('aws_ec2_transit_gateway.hub'),
          dx_gateway_id: 'dx-1',
        },
      },
    );
    const byDirectConnect = {
      ...flow('in'),
      name: 'dx',
      from: {
        attachmentId: ref('data.aws_ec2_transit_gateway_dx_gateway_attachment.dx'),
        cidr: '192.168.0.0/16',
      },
    };

    expect(problems(both, [flow('in')])).toEqual([]);
    expect(problems(both, [flow('in'), byDirectConnect])[0]).toContain(
      'flow "in": the return route to 192.168.0.0/16 leads to data.aws_ec2_transit_gateway_dx_gateway_attachment.dx instead of',
    );
  });

  it('does not pass where two attachments propagate the same and nothing decides', () => {
    const twin = withBlocks(
      added(propagated('twin', ref('aws_ec2_transit_gateway_vpc_attachment.twin'), 'onprem')),
      {
        'aws_vpc.twin': { cidr_block: '10.20.0.0/16' },
        'aws_ec2_transit_gateway_vpc_attachment.twin': {
          vpc_id: ref('aws_vpc.twin'),
          transit_gateway_id: ref('aws_ec2_transit_gateway.hub'),
        },
      },
    );

    expect(problems(twin, [flow('in')])[0]).toContain(
      'leads to aws_ec2_transit_gateway_vpc_attachment.twin instead of',
    );
  });

  it('lets a peering propagate nothing', () => {
    const instead = new Map([
      ...without(HUB, 'aws_ec2_transit_gateway_route.spoke_far'),
      ...network(propagated('far', PEERING, 'spoke')),
    ]);

    const behind = { ...flow('peered'), to: { attachmentId: PEERING, cidr: '10.40.0.0/16' } };

    expect(problems(instead)[0]).toContain('flow "peered": no forward route to 10.40.0.0/24');
    expect(problems(instead, [behind])[0]).toContain('no forward route to 10.40.0.0/16');
  });

  it('comes to an end where peered gateways send to each other', () => {
    const loop = withBlocks(HUB, {
      'aws_ec2_transit_gateway_route.x': {
        destination_cidr_block: '10.40.0.0/17',
        transit_gateway_route_table_id: ref('aws_ec2_transit_gateway_route_table.peer'),
        transit_gateway_attachment_id: PEERING,
      },
    });

    expect(problems(loop)[0]).toContain(
      'flow "peered": the forward route to 10.40.0.0/24 leads to aws_ec2_transit_gateway_peering_attachment.far instead of aws_ec2_transit_gateway_vpc_attachment.far',
    );
  });

  it('does not pass beside a prefix list', () => {
    const unread = added({
      'aws_ec2_transit_gateway_prefix_list_reference.x': {
        prefix_list_id: 'pl-1',
        transit_gateway_route_table_id: ref('aws_ec2_transit_gateway_route_table.onprem'),
      },
    });

    expect(problems(unread, [flow('out')])).toEqual([
      expect.stringContaining('aws_ec2_transit_gateway_prefix_list_reference.x (a prefix list)'),
    ]);
  });

  it('does not pass beside a propagation that for_each repeats, but beside IPv6', () => {
    const repeated = withBlocks(added(propagated('more', CONSUMER, 'onprem')), {
      'aws_ec2_transit_gateway_route_table_propagation.more_onprem': { for_each: '${var.x}' },
    });

    expect(problems(repeated, [flow('out')])).toEqual([
      expect.stringContaining(
        'the routes of aws_ec2_transit_gateway_route_table_propagation.more_onprem could not be read',
      ),
    ]);
    expect(problems(added(gatewayRoute('ipv6', 'onprem', '::/0', CONSUMER)))).toEqual([]);
  });

  it('looks at the gateways also where the VPC has no route to one', () => {
    const two = without(
      HUB,
      'aws_route.api_onprem',
      'aws_ec2_transit_gateway_route_table_association.api_spoke',
    );

    expect(problems(two, [flow('out')])).toEqual([
      expect.stringContaining('no forward route to 192.168.10.20/32'),
      expect.stringContaining('is associated with no route table of the gateway'),
    ]);
  });

  it('does not choose between two associations of one attachment', () => {
    const twice = withBlocks(HUB, {
      'aws_ec2_transit_gateway_route_table_association.x': {
        transit_gateway_attachment_id: API,
        transit_gateway_route_table_id: ref('aws_ec2_transit_gateway_route_table.onprem'),
      },
    });

    expect(problems(twice, [flow('out')])).toEqual([
      expect.stringContaining('is associated with 2 route tables of the gateway'),
    ]);
  });

  it('uses each of the gateways that a VPC is attached to', () => {
    const second = added(vpcRoute('more', 'api', '192.168.10.20/32', 'peer'));

    expect(problems(second, FLOWS.slice(0, 1))).toEqual([
      'flow "out": the VPC is not attached to aws_ec2_transit_gateway.peer (aws_vpc.api): add an aws_ec2_transit_gateway_vpc_attachment with a subnet in each of its zones',
    ]);
  });
});
