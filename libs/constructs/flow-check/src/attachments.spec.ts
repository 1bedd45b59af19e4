import { HUB } from '../test/hub';
import { type Network, network, ref, terraform, withBlocks, without } from '../test/network';
import { associated, gateway, propagated, vpcAttachment } from '../test/parts';
import { flow, problems } from '../test/problems';
import { checkFlows } from './index';

const ATTACHMENT = 'aws_ec2_transit_gateway_vpc_attachment.api';
const throughSecond = { transit_gateway_id: ref('aws_ec2_transit_gateway.second') };
const ACCEPTER = 'aws_ec2_transit_gateway_vpc_attachment_accepter.api';

describe('checkFlows, attachments of a VPC', () => {
  it('names the zone that has no subnet', () => {
    const oneZone = withBlocks(HUB, { [ATTACHMENT]: { subnet_ids: [ref('aws_subnet.api_a')] } });

    expect(problems(oneZone, [flow('out')])).toEqual([
      `flow "out": the attachment has no subnet in euc1-az2, where aws_subnet.api_b is (${ATTACHMENT}): add a subnet in euc1-az2 to its subnet_ids`,
    ]);
  });

  it('counts another subnet of the zone', () => {
    const dedicated = withBlocks(HUB, {
      'aws_subnet.x': { vpc_id: 'vpc-other', availability_zone_id: 'euc1-az2' },
      [ATTACHMENT]: { subnet_ids: [ref('aws_subnet.api_a'), ref('aws_subnet.x')] },
    });

    expect(problems(dedicated)).toEqual([]);
  });

  it.each([
    ['an expression', '${local.subnets}'],
    ['nothing', undefined],
  ])('covers no zone with %s for its subnets', (_, subnetIds) => {
    expect(
      problems(withBlocks(HUB, { [ATTACHMENT]: { subnet_ids: subnetIds } }), [flow('out')]),
    ).toHaveLength(2);
  });

  it('needs acceptance by another account', () => {
    const unaccepted = without(
      withBlocks(HUB, {
        'aws_ec2_transit_gateway_route_table_association.api_spoke': {
          transit_gateway_attachment_id: ref(ATTACHMENT),
        },
      }),
      ACCEPTER,
    );
    const gateway = 'aws_ec2_transit_gateway.hub';

    expect(problems(unaccepted, [flow('out')])).toEqual([
      `flow "out": the attachment is not accepted (${ATTACHMENT}): add an aws_ec2_transit_gateway_vpc_attachment_accepter in the account of ${gateway}`,
    ]);
    expect(
      problems(withBlocks(unaccepted, { [gateway]: { auto_accept_shared_attachments: 'enable' } })),
    ).toEqual([]);
    expect(problems(withBlocks(unaccepted, { [ATTACHMENT]: { provider: 'aws.network' } }))).toEqual(
      [],
    );
  });

  it('knows two providers of one account', () => {
    const json = terraform(without(HUB, ACCEPTER));
    const provider = (alias: string) => ({ alias, allowed_account_ids: ['222222222222'] });
    const oneAccount = { ...json, provider: { aws: ['api', 'network'].map(provider) } };
    const found = checkFlows(oneAccount, [flow('out')]).map(({ what }) => what);

    expect(found).not.toContain('the attachment is not accepted');
  });

  it('needs the acceptance by the account of the gateway', () => {
    const stranger = withBlocks(HUB, { [ACCEPTER]: { provider: 'aws.api' } });

    expect(problems(stranger, [flow('out')])).toEqual([
      expect.stringContaining('the attachment is not accepted'),
    ]);
  });

  it('needs acceptance where packets arrive, though they leave another way', () => {
    const second = network(
      gateway('second', 'second'),
      ...['api', 'consumer'].map((name) => ({
        [`aws_ec2_transit_gateway_vpc_attachment.second_${name}`]: {
          ...HUB.get(`aws_ec2_transit_gateway_vpc_attachment.${name}`),
          provider: name === 'consumer' ? 'aws.consumer' : 'aws.network',
          transit_gateway_id: ref('aws_ec2_transit_gateway.second'),
        },
        ...associated(`second_${name}`, vpcAttachment(`second_${name}`), 'second'),
        ...propagated(`second_${name}`, vpcAttachment(`second_${name}`), 'second'),
      })),
      { 'aws_route.api_consumer': { ...HUB.get('aws_route.api_consumer'), ...throughSecond } },
    );

    expect(problems(new Map([...HUB, ...second]))).toEqual([
      'flow "across": the attachment is not accepted (aws_ec2_transit_gateway_vpc_attachment.second_consumer): add an aws_ec2_transit_gateway_vpc_attachment_accepter in the account of aws_ec2_transit_gateway.second',
    ]);
  });

  it('means one attachment by its own id and by both ids of its accepter', () => {
    const ids = [ref(ATTACHMENT), ref(ACCEPTER), ref(ACCEPTER, 'transit_gateway_attachment_id')];
    const names = [
      'aws_ec2_transit_gateway_route_table_association.api_spoke',
      'aws_ec2_transit_gateway_route_table_propagation.api_onprem',
    ];
    for (const id of ids) {
      const changes = names.map((name) => [name, { transit_gateway_attachment_id: id }]);

      expect(problems(withBlocks(HUB, Object.fromEntries(changes)))).toEqual([]);
    }
  });
});

describe('checkFlows, attachments of on-prem', () => {
  const DX = 'data.aws_ec2_transit_gateway_dx_gateway_attachment.dx';
  const ASSOCIATION = 'aws_dx_gateway_association.dx';
  const byDirectConnect: Network = new Map([
    ...without(
      HUB,
      'aws_ec2_transit_gateway_route_table_association.vpn_onprem',
      'aws_ec2_transit_gateway_route_table_propagation.vpn_spoke',
    ),
    ...network(associated('dx', ref(DX), 'onprem'), propagated('dx', ref(DX), 'spoke'), {
      [ASSOCIATION]: {
        dx_gateway_id: ref('aws_dx_gateway.dx'),
        associated_gateway_id: ref('aws_ec2_transit_gateway.hub'),
        allowed_prefixes: ['10.20.0.0/16'],
      },
      'aws_dx_gateway.dx': {},
      [DX]: { transit_gateway_id: '${local.hub}', dx_gateway_id: ref('aws_dx_gateway.dx') },
    }),
  ]);
  const flows = [
    { ...flow('out'), to: { attachmentId: ref(DX), cidr: '192.168.10.20/32' } },
    { ...flow('in'), from: { attachmentId: ref(DX), cidr: '192.168.0.0/16' } },
  ];
  const check = (blocks: Network) =>
    checkFlows(
      { ...terraform(blocks), locals: { hub: ref('aws_ec2_transit_gateway.hub') } },
      flows,
    );

  it('passes through Direct Connect, following locals', () => {
    expect(check(byDirectConnect)).toEqual([]);
  });

  it('needs the association with the Direct Connect gateway', () => {
    expect(check(without(byDirectConnect, ASSOCIATION))).toEqual(
      ['out', 'in'].map((name) => ({
        flow: name,
        what: 'the Direct Connect gateway is not associated with the Transit Gateway',
        where: DX,
        remedy: 'add an aws_dx_gateway_association of the two',
      })),
    );
  });

  it('needs the announcement of what on-prem calls or answers', () => {
    const silent = withBlocks(byDirectConnect, {
      [ASSOCIATION]: { allowed_prefixes: ['10.20.0.0/24'] },
    });

    expect(check(silent).map(({ flow: name, what }) => `${name}: ${what}`)).toEqual([
      'out: 10.20.1.0/24 is not announced to on-prem',
      'in: 10.20.1.0/24 is not announced to on-prem',
    ]);
  });

  it('needs the announcement of a whole range', () => {
    const part = withBlocks(byDirectConnect, {
      [ASSOCIATION]: { allowed_prefixes: ['10.20.0.0/24', '10.20.1.0/25'] },
    });

    expect(check(part)).toHaveLength(flows.length);
  });

  it('means one VPN by its own attachment and by the data source', () => {
    const data = 'data.aws_ec2_transit_gateway_vpn_attachment.site';
    const found = withBlocks(HUB, {
      [data]: { vpn_connection_id: ref('aws_vpn_connection.site') },
    });

    expect(
      problems(found, [{ ...flow('out'), to: { attachmentId: ref(data), cidr: '192.168.10.20' } }]),
    ).toEqual([]);
  });

  it('takes an attachment that another stack made by its id', () => {
    const id = 'tgw-attach-1';
    const elsewhere = new Map([
      ...byDirectConnect,
      ...network(associated('dx', id, 'onprem'), propagated('dx', id, 'spoke')),
    ]);
    const toIt = { ...flow('out'), to: { attachmentId: id, cidr: '192.168.10.20/32' } };

    expect(problems(elsewhere, [toIt])).toEqual([]);
    expect(problems(HUB, [toIt])).not.toEqual([]);
  });
});
