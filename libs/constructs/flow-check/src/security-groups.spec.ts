import { HUB } from '../test/hub';
import { ref, withBlocks, without } from '../test/network';
import { flow, problems } from '../test/problems';

const EGRESS = 'aws_vpc_security_group_egress_rule.api_onprem';
const INGRESS_BY_GROUP = 'aws_vpc_security_group_ingress_rule.api_consumer';

describe('checkFlows, security groups', () => {
  it('says which rule to add', () => {
    expect(problems(without(HUB, EGRESS))).toEqual([
      'flow "out": no egress rule lets tcp 443 to 192.168.10.20/32 through (aws_security_group.api): add an aws_vpc_security_group_egress_rule for tcp 443 to cidr_ipv4 "192.168.10.20/32"',
    ]);
  });

  it.each([
    ['the port alone', { from_port: 443, to_port: 443 }],
    ['a range of ports', { from_port: 400, to_port: 500 }],
    ['every port and protocol', { ip_protocol: '-1', from_port: undefined, to_port: undefined }],
    ['the protocol by number', { ip_protocol: '6' }],
    ['a wider range of addresses', { cidr_ipv4: '192.168.0.0/16' }],
  ])('lets a rule of %s pass', (_, rule) => {
    expect(problems(withBlocks(HUB, { [EGRESS]: rule }))).toEqual([]);
  });

  it.each([
    ['another port', { from_port: 444, to_port: 444 }, ''],
    ['another protocol', { ip_protocol: 'udp' }, ''],
    ['ports that are not numbers', { from_port: '${var.port}' }, ''],
    ['another range', { cidr_ipv4: '192.168.10.21/32' }, ''],
    ['a prefix list', { cidr_ipv4: undefined, prefix_list_id: 'pl-1' }, `not counted: ${EGRESS}`],
    ['IPv6', { cidr_ipv4: undefined, cidr_ipv6: '::/0' }, `not counted: ${EGRESS}`],
    ['no peer', { cidr_ipv4: undefined }, `not counted: ${EGRESS}`],
    ['an expression', { cidr_ipv4: '${var.cidr}' }, `not counted: ${EGRESS}`],
    ['count', { count: 1 }, `not counted: ${EGRESS}`],
  ])('does not let a rule of %s pass', (_, rule, note) => {
    const found = problems(withBlocks(HUB, { [EGRESS]: rule }));

    expect(found).toEqual([expect.stringContaining('flow "out": no egress rule lets tcp 443')]);
    expect(found[0]).toContain(note);
  });

  it('does not let a rule of a part of the range pass', () => {
    const half = withBlocks(HUB, {
      'aws_vpc_security_group_ingress_rule.api_onprem': { cidr_ipv4: '192.168.0.0/17' },
    });

    expect(problems(half)).toEqual([
      expect.stringContaining(
        'flow "in": no ingress rule lets tcp 8443 from 192.168.0.0/16 through',
      ),
    ]);
  });

  it('names rules of the older kinds, which are not read', () => {
    const old = withBlocks(without(HUB, EGRESS), {
      'aws_security_group.api': { egress: [{ cidr_blocks: ['0.0.0.0/0'] }] },
      'aws_security_group_rule.api': { security_group_id: ref('aws_security_group.api') },
    });

    expect(problems(old)[0]).toContain(
      'not counted: aws_security_group.api.egress, aws_security_group_rule.api',
    );
  });

  it('reads a group of another account', () => {
    const group = `333333333333/${ref('aws_security_group.consumer')}`;

    expect(
      problems(withBlocks(HUB, { [INGRESS_BY_GROUP]: { referenced_security_group_id: group } })),
    ).toEqual([]);
  });

  it.each([
    ['the gateway', 'aws_ec2_transit_gateway.hub'],
    ["the source's attachment", 'aws_ec2_transit_gateway_vpc_attachment.consumer'],
    ["the target's attachment", 'aws_ec2_transit_gateway_vpc_attachment.api'],
  ])('does not count a group of another VPC where %s has no support for it', (_, address) => {
    const unsupported = withBlocks(HUB, {
      [address]: { security_group_referencing_support: 'disable' },
    });

    expect(problems(unsupported)[0]).toContain(
      `flow "across": no ingress rule lets tcp 443 from 10.30.0.0/24 through; not counted: ${INGRESS_BY_GROUP}`,
    );
  });

  it('does not count a group of another VPC for egress', () => {
    const byGroup = withBlocks(HUB, {
      'aws_vpc_security_group_egress_rule.consumer_api': {
        cidr_ipv4: undefined,
        referenced_security_group_id: ref('aws_security_group.api'),
      },
    });

    expect(problems(byGroup)[0]).toContain('flow "across": no egress rule lets tcp 443');
  });

  it('needs nothing but rules inside one VPC, and counts groups both ways', () => {
    const { to: inApi } = flow('across');
    const inside = { name: 'inside', from: inApi, to: inApi, port: 5432 };
    const rule = {
      security_group_id: ref('aws_security_group.api'),
      referenced_security_group_id: ref('aws_security_group.api'),
      ip_protocol: 'tcp',
      from_port: 5432,
      to_port: 5432,
    };
    const opened = withBlocks(HUB, {
      'aws_vpc_security_group_egress_rule.inside': rule,
      'aws_vpc_security_group_ingress_rule.inside': rule,
    });

    expect(problems(opened, [inside])).toEqual([]);
    expect(problems(HUB, [inside])).toHaveLength(4);
  });

  it('tells udp from tcp', () => {
    const overUdp = { ...flow('out'), protocol: 'udp' as const };

    expect(problems(HUB, [overUdp])[0]).toContain('no egress rule lets udp 443');
    expect(problems(withBlocks(HUB, { [EGRESS]: { ip_protocol: 'udp' } }), [overUdp])).toEqual([]);
  });
});
