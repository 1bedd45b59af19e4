import { HUB } from '../test/hub';
import { ref, withBlocks } from '../test/network';
import { problems } from '../test/problems';

const TARGET = 'aws_lb_target_group_attachment.orders';

function withTarget(attachment: object, group: object = {}) {
  return withBlocks(HUB, {
    'aws_lb_target_group.orders': { vpc_id: ref('aws_vpc.api'), target_type: 'ip', ...group },
    [TARGET]: { target_group_arn: ref('aws_lb_target_group.orders', 'arn'), ...attachment },
  });
}

describe('checkFlows, IP targets', () => {
  it('names each flow to a target outside the VPC that is not registered for all zones', () => {
    expect(problems(withTarget({ target_id: '192.168.10.20' }))).toEqual([
      `flow "out": 192.168.10.20/32 is in no subnet of aws_vpc.api, and not registered for all zones (${TARGET}): add availability_zone = "all"`,
    ]);
  });

  it('names no flow where none leads to the target', () => {
    expect(problems(withTarget({ target_id: '192.168.10.99' }))).toEqual([
      `192.168.10.99/32 is in no subnet of aws_vpc.api, and not registered for all zones (${TARGET}): add availability_zone = "all"`,
    ]);
  });

  it.each([
    ['outside, for all zones', { target_id: '192.168.10.20', availability_zone: 'all' }, {}],
    ['inside', { target_id: '10.20.1.9' }, {}],
    ['an instance', { target_id: 'i-1' }, { target_type: 'instance' }],
  ])('has nothing to say of a target %s', (_, attachment, group) => {
    expect(problems(withTarget(attachment, group))).toEqual([]);
  });

  it('refuses a public address', () => {
    expect(problems(withTarget({ target_id: '203.0.113.10', availability_zone: 'all' }))).toEqual([
      `203.0.113.10/32 is outside RFC 1918 and RFC 6598 (${TARGET}): give the target a private address`,
    ]);
  });

  it.each([
    ['in another VPC', { target_id: '10.30.0.9' }],
    ['registered for one zone', { target_id: '10.30.0.9', availability_zone: 'eu-central-1a' }],
  ])('needs all zones for a target %s', (_, attachment) => {
    expect(problems(withTarget(attachment))).toEqual([
      expect.stringContaining('10.30.0.9/32 is in no subnet of aws_vpc.api'),
    ]);
  });

  it.each([
    ['an expression', { target_id: '${var.address}' }],
    ['for_each', { target_id: '10.20.1.9', for_each: '${var.addresses}' }],
  ])('does not pass a target it cannot read: %s', (_, attachment) => {
    expect(problems(withTarget(attachment))).toEqual([
      expect.stringContaining('a target that could not be read is in no subnet of aws_vpc.api'),
    ]);
  });
});
