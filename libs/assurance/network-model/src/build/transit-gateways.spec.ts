import { networkOfHcl, networkOfPlan } from '../../test/documents';

const HERE = 'aws_ec2_transit_gateway.here.association_default_route_table_id';
const THERE = 'aws_ec2_transit_gateway.there.association_default_route_table_id';
const PEERING = 'aws_ec2_transit_gateway_peering_attachment.there.id';

describe('Transit Gateways', () => {
  const hub = networkOfHcl(['hub/plan.json']);
  const onPrem = networkOfHcl(['on-prem/plan.json']);
  const spoke = (name: string) =>
    `module.spoke["${name}"].aws_ec2_transit_gateway_vpc_attachment.this.id`;
  const destinations = (network: typeof hub, id: string) =>
    network.transitGatewayRouteTables
      .get(id)
      ?.routes.map(({ destination, target }) => [destination, target]);

  it('have attachments of VPCs, with the subnets of their zones', () => {
    expect(hub.transitGatewayAttachments.get(spoke('orders'))).toMatchObject({
      kind: 'vpc',
      transitGateway: 'aws_ec2_transit_gateway.hub.id',
      vpc: 'module.spoke["orders"].aws_vpc.this.id',
      subnets: [
        'module.spoke["orders"].aws_subnet.attachment["a"].id',
        'module.spoke["orders"].aws_subnet.attachment["b"].id',
      ],
      accepted: { value: true },
      applianceMode: { value: false },
      association: 'aws_ec2_transit_gateway_route_table.spokes.id',
    });
  });

  it('have route tables with static routes, blackholes, and what VPCs propagate', () => {
    const office = 'aws_vpn_connection.office.transit_gateway_attachment_id';

    expect(destinations(hub, 'aws_ec2_transit_gateway_route_table.spokes.id')).toEqual([
      ['192.168.0.0/16', office],
      ['10.66.0.0/16', undefined],
      ['10.3.0.0/16', spoke('shared')],
      ['100.64.1.0/24', spoke('shared')],
    ]);
  });

  it('have no default tables when they are told not to', () => {
    expect([...hub.transitGatewayRouteTables.keys()]).toEqual([
      'aws_ec2_transit_gateway_route_table.shared.id',
      'aws_ec2_transit_gateway_route_table.spokes.id',
    ]);
  });

  it('have what is behind a VPN connection with static routes', () => {
    const vpn = 'aws_vpn_connection.office.transit_gateway_attachment_id';
    const attachment = hub.transitGatewayAttachments.get(vpn);

    expect(attachment?.announced.ranges()).toEqual(['192.168.0.0/16']);
    expect(attachment?.missing).toEqual([]);
  });

  it('associate and propagate by default', () => {
    const attachment = onPrem.transitGatewayAttachments.get(
      'aws_ec2_transit_gateway_vpc_attachment.main.id',
    );

    expect(attachment?.association).toBe(HERE);
    expect(onPrem.transitGatewayRouteTables.get(HERE)?.routes).toContainEqual({
      name: 'aws_ec2_transit_gateway_vpc_attachment.main',
      destination: '10.0.0.0/16',
      target: 'aws_ec2_transit_gateway_vpc_attachment.main.id',
      propagation: 'vpc',
    });
  });

  it('learn what is announced, when the context says it', () => {
    const learned = (context?: Parameters<typeof networkOfHcl>[1]) =>
      networkOfHcl(['on-prem/plan.json'], context)
        .transitGatewayRouteTables.get(HERE)
        ?.routes.filter(({ propagation }) => propagation !== undefined && propagation !== 'vpc')
        .map(({ destination, propagation }) => [destination, propagation]);
    const unknown = (name: string) => ({ unknown: `routes announced to ${name}` });
    const attachments = [{ attachment: 'aws_vpn_connection.hub', announces: ['172.21.0.0/16'] }];

    expect(learned()).toEqual([
      [unknown('aws_ec2_transit_gateway_connect.appliance'), 'connect'],
      [unknown('aws_vpn_connection.hub'), 'vpn-bgp'],
      [unknown('aws_dx_gateway_association.hub'), 'direct-connect'],
    ]);
    expect(learned({ onPrem: ['172.20.0.0/16'], attachments })).toEqual([
      ['172.20.0.0/16', 'connect'],
      ['172.21.0.0/16', 'vpn-bgp'],
      ['172.20.0.0/16', 'direct-connect'],
    ]);
  });

  it('know what on-prem learns over Direct Connect', () => {
    const id = 'data.aws_ec2_transit_gateway_dx_gateway_attachment.hub.id';
    const attachment = onPrem.transitGatewayAttachments.get(id);

    expect(attachment?.advertised?.ranges()).toEqual(['10.0.0.0/16']);
    expect(attachment?.association).toBe('aws_ec2_transit_gateway_route_table.inspection.id');
  });

  it('are peered by two ends, each with the routes of its own gateway', () => {
    const [near, far] = [PEERING, `${PEERING} (accepter)`].map((id) =>
      onPrem.transitGatewayAttachments.get(id),
    );

    expect(near).toMatchObject({ peer: far?.id, association: HERE, accepted: { value: true } });
    expect(far).toMatchObject({ peer: near?.id, association: THERE });
    expect(far?.transitGateway).toBe('aws_ec2_transit_gateway.there.id');
    expect(destinations(onPrem, HERE)).toContainEqual(['10.200.0.0/16', near?.id]);
    expect(destinations(onPrem, THERE)).toContainEqual(['10.0.0.0/16', far?.id]);
  });

  it('have references to prefix lists, as blackholes too', () => {
    const offices = { name: 'aws_ec2_managed_prefix_list.office', addresses: ['192.168.30.0/24'] };

    expect(destinations(onPrem, THERE)).toContainEqual([offices, undefined]);
    expect(destinations(onPrem, 'aws_ec2_transit_gateway_route_table.inspection.id')).toEqual([
      [offices, 'aws_vpn_connection.hub.transit_gateway_attachment_id'],
    ]);
  });

  describe('of another account', () => {
    const GATEWAY = 'tgw-0a1b2c3d4e5f60718';
    const attachment = {
      address: 'aws_ec2_transit_gateway_vpc_attachment.a',
      values: { id: 'tgw-attach-0a', transit_gateway_id: GATEWAY, vpc_id: 'vpc-0a' },
    };
    const vpc = { address: 'aws_vpc.a', values: { id: 'vpc-0a', cidr_block: '10.0.0.0/16' } };
    const accepted = (...others: Parameters<typeof networkOfPlan>[0]) =>
      networkOfPlan([attachment, ...others]).transitGatewayAttachments.get('tgw-attach-0a')
        ?.accepted;
    const gateway = (more: object) => ({
      address: 'aws_ec2_transit_gateway.a',
      values: { id: GATEWAY, owner_id: '444455556666', ...more },
    });
    const unknown = { value: 'unknown', missing: [`acceptance of ${attachment.address}`] };

    it('take attachments by themselves, by an accepter, or as the context says', () => {
      const accepter = {
        address: 'aws_ec2_transit_gateway_vpc_attachment_accepter.a',
        values: { id: 'tgw-attach-0a', transit_gateway_attachment_id: 'tgw-attach-0a' },
      };

      expect(accepted()).toEqual(unknown);
      expect(accepted(gateway({}))).toEqual(unknown);
      expect(accepted(gateway({ auto_accept_shared_attachments: 'enable' }))).toEqual({
        value: true,
      });
      expect(accepted(gateway({}), accepter)).toEqual({ value: true });
      const attachments = [{ attachment: attachment.address, accepted: false }];
      const { transitGatewayAttachments } = networkOfPlan([attachment], { attachments });
      expect(transitGatewayAttachments.get('tgw-attach-0a')?.accepted).toEqual({ value: false });
    });

    it('have an association that nobody knows', () => {
      const { transitGatewayAttachments, transitGateways } = networkOfPlan([attachment, vpc]);

      expect(transitGateways.get(GATEWAY)?.missing).toEqual([`route tables of ${GATEWAY}`]);
      expect(transitGatewayAttachments.get('tgw-attach-0a')?.association).toEqual({
        unknown: `default association of ${GATEWAY}`,
      });
    });

    it('lead to what the context says and back, and to nothing else that is known', () => {
      const transitGateways = [{ transitGateway: GATEWAY, reaches: ['192.168.0.0/16'] }];
      const network = networkOfPlan([attachment, vpc], { transitGateways });
      const { association, accepted: isAccepted } =
        network.transitGatewayAttachments.get('tgw-attach-0a') ?? {};
      const onPremises = network.transitGatewayAttachments.get(`on-prem behind ${GATEWAY}`);
      const table = network.transitGatewayRouteTables.get(String(association));
      const back = network.transitGatewayRouteTables.get(String(onPremises?.association));

      expect(isAccepted).toEqual({ value: true });
      expect(table?.routes[0]).toMatchObject({
        destination: '192.168.0.0/16',
        target: onPremises?.id,
      });
      expect(table?.routes[1]?.destination).toMatchObject({ unknown: `routes of ${GATEWAY}` });
      expect(back?.routes).toMatchObject([{ destination: '10.0.0.0/16', target: 'tgw-attach-0a' }]);
    });
  });
});

describe('appliances', () => {
  it('let pass what the context says', () => {
    const { appliances } = networkOfPlan(
      [{ address: 'aws_networkfirewall_firewall.a', values: { id: 'arn:fw' } }],
      {
        appliances: [
          {
            appliance: 'aws_networkfirewall_firewall.a',
            passes: [{ protocol: 'tcp', ports: [443], to: ['192.0.2.0/24'] }, { ports: [53] }],
          },
        ],
      },
    );

    const passes = String(appliances.get('arn:fw')?.passes);

    expect(passes).toContain('tcp 0.0.0.0/0 -> 192.0.2.0/24 ports any -> 53, 443');
    expect(passes).toContain('udp 0.0.0.0/0 -> 0.0.0.0/0 ports any -> 53');
  });
});
