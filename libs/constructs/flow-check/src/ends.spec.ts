import { HUB } from '../test/hub';
import { ref, terraform, withBlocks } from '../test/network';
import { flow, problems } from '../test/problems';
import { checkFlows, type FlowEnd } from './index';

const IN_API = { vpcId: ref('aws_vpc.api'), securityGroupId: ref('aws_security_group.api') };
const onPrem = (cidr: string): FlowEnd => ({ ...flow('out').to, cidr }) as FlowEnd;

describe('checkFlows, ends', () => {
  it.each<[string, FlowEnd, string]>([
    ['a VPC', { ...IN_API, vpcId: 'vpc-1' }, 'the VPC is not in the stack (vpc-1)'],
    [
      'a group',
      { ...IN_API, securityGroupId: ref('aws_security_group.x') },
      'the security group is not in the stack (${aws_security_group.x.id})',
    ],
    [
      'a subnet of another VPC',
      { ...IN_API, subnetIds: [ref('aws_subnet.far_a')] },
      'the subnet of aws_vpc.api is not in the stack (${aws_subnet.far_a.id})',
    ],
    ['no subnet', { ...IN_API, subnetIds: [] }, 'no subnet (aws_vpc.api)'],
    [
      'an address elsewhere',
      { ...IN_API, addresses: ['10.30.0.9'] },
      'address "10.30.0.9" is in no subnet of the flow\'s end (aws_vpc.api)',
    ],
    [
      'no address',
      { ...IN_API, addresses: ['orders.example'] },
      'address "orders.example" is in no subnet of the flow\'s end (aws_vpc.api)',
    ],
    ['no range', onPrem('192.168.0.0/33'), '"192.168.0.0/33" is no IPv4 range'],
    ['an IPv6 range', onPrem('fd00::/8'), '"fd00::/8" is no IPv4 range'],
  ])('cannot begin at %s', (_, from, expected) => {
    expect(problems(HUB, [{ ...flow('across'), from }])).toEqual([
      expect.stringContaining(`flow "across": ${expected}`),
    ]);
  });

  it('cannot begin in a subnet whose range is not known', () => {
    const unknown = withBlocks(HUB, { 'aws_subnet.api_a': { cidr_block: '${var.cidr}' } });

    expect(problems(unknown, [flow('out')])).toEqual([
      'flow "out": the IPv4 range of the subnet could not be read (aws_subnet.api_a): give it a cidr_block',
    ]);
  });

  it('needs no more of the subnets than hold its addresses', () => {
    const unknown = withBlocks(HUB, { 'aws_subnet.api_a': { cidr_block: '${var.cidr}' } });

    expect(
      problems(unknown, [{ ...flow('out'), from: { ...IN_API, addresses: ['10.20.1.9'] } }]),
    ).toEqual([]);
  });

  it('cannot begin at what count repeats', () => {
    const repeated = withBlocks(HUB, { 'aws_security_group.api': { count: 2 } });

    expect(problems(repeated, [flow('out')])).toEqual([
      expect.stringContaining('the security group is not in the stack'),
    ]);
  });

  it('cannot begin at locals that name each other', () => {
    const locals = { one: '${local.other}', other: '${local.one}' };
    const circular = { ...flow('out'), from: { ...IN_API, vpcId: '${local.one}' } };

    expect(checkFlows({ ...terraform(HUB), locals }, [circular])).toMatchObject([
      { what: 'the VPC is not in the stack', where: '${local.one}' },
    ]);
  });

  it.each(['10.20.128.0/24', '10.0.0.0/8'])('cannot have ends that overlap: %s', (cidr) => {
    expect(problems(HUB, [{ ...flow('out'), to: onPrem(cidr) }])).toContainEqual(
      `flow "out": the ends overlap: 10.20.0.0/16 and ${cidr} (aws_vpn_connection.site.transit_gateway_attachment_id): give one of them another range`,
    );
  });

  it.each(['203.0.113.10/32', '172.32.0.0/16', '100.128.0.1/32', '192.0.0.0/8'])(
    'cannot end on-prem at %s',
    (cidr) => {
      expect(problems(HUB, [{ ...flow('out'), to: onPrem(cidr) }])).toContainEqual(
        expect.stringContaining(`${cidr} is outside RFC 1918 and RFC 6598`),
      );
    },
  );

  it.each(['10.1.2.3/32', '172.16.0.0/12', '100.64.0.1/32'])('can end on-prem at %s', (cidr) => {
    expect(problems(HUB, [{ ...flow('out'), to: onPrem(cidr) }])).not.toContainEqual(
      expect.stringContaining('RFC 1918'),
    );
  });

  it('reads secondary ranges of a VPC', () => {
    const secondary = withBlocks(HUB, {
      'aws_vpc_ipv4_cidr_block_association.x': {
        vpc_id: ref('aws_vpc.api'),
        cidr_block: '192.168.10.0/24',
      },
    });

    expect(problems(secondary, [flow('out')])[0]).toContain('192.168.10.0/24 and 192.168.10.20/32');
  });

  it('fails on flows that no problem could be told apart of, naming all of them', () => {
    const wrong = [flow('out'), { ...flow('out'), port: 70_000 }];

    expect(() => checkFlows({}, wrong)).toThrow(
      'flow "out" is declared twice: give each its own name\nflow "out" has port 70000: choose 1 to 65535',
    );
  });
});
