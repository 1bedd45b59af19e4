import { network } from '../test/network';
import { SiteToSiteVpn, TransitGatewayPeering } from './index';

function routed() {
  const context = network();
  const { owner, transitGateway, request } = context;
  const api = transitGateway.accept('api', request());
  const onPrem = new SiteToSiteVpn(owner, 'on-prem', {
    name: 'on-prem',
    transitGateway,
    customerGateway: { address: '203.0.113.10', bgpAsn: 65010 },
  });
  const spokes = transitGateway.routeTable('spokes', { name: 'spokes' });
  return { ...context, attachments: { api, onPrem }, spokes };
}

describe('TransitGatewayRouteTable', () => {
  it('decides where traffic from its attachments goes, by routes and by what they announce', () => {
    const { attachments, spokes, synth } = routed();
    spokes.associate('api', attachments.api);
    spokes.propagateFrom('on-prem', attachments.onPrem);
    spokes.routeTo('192.168.0.0/16', attachments.onPrem);
    spokes.blackhole('10.0.0.0/8');

    const synthesised = synth();
    const table = `\${${synthesised.only('aws_ec2_transit_gateway_route_table').address}.id}`;
    const vpn = `\${${synthesised.only('aws_vpn_connection').address}.transit_gateway_attachment_id}`;
    const accepted = synthesised.only('aws_ec2_transit_gateway_vpc_attachment_accepter');

    expect(
      synthesised.only('aws_ec2_transit_gateway_route_table_association', 'association-api')
        .arguments,
    ).toMatchObject({
      provider: 'aws.network',
      transit_gateway_route_table_id: table,
      transit_gateway_attachment_id: `\${${accepted.address}.id}`,
    });
    expect(
      synthesised.only('aws_ec2_transit_gateway_route_table_propagation', 'propagation-on-prem')
        .arguments,
    ).toMatchObject({
      transit_gateway_route_table_id: table,
      transit_gateway_attachment_id: vpn,
    });
    expect(
      synthesised
        .resources('aws_ec2_transit_gateway_route')
        .map(
          ({ arguments: { destination_cidr_block, transit_gateway_attachment_id, blackhole } }) => [
            destination_cidr_block,
            transit_gateway_attachment_id,
            blackhole,
          ],
        ),
    ).toEqual([
      ['10.0.0.0/8', undefined, true],
      ['192.168.0.0/16', vpn, undefined],
    ]);
  });

  it('keeps the address of a route that becomes a blackhole, so that one follows the other', () => {
    const [route, blackhole] = [routed(), routed()];
    route.spokes.routeTo('192.168.0.0/16', route.attachments.onPrem);
    blackhole.spokes.blackhole('192.168.0.0/16');

    expect(route.synth().only('aws_ec2_transit_gateway_route').address).toBe(
      blackhole.synth().only('aws_ec2_transit_gateway_route').address,
    );
  });

  it('fails to associate an attachment twice, naming the table it is in', () => {
    const { attachments, spokes, transitGateway } = routed();
    const other = transitGateway.routeTable('on-prem', { name: 'on-prem' });
    spokes.associate('api', attachments.api);

    expect(() => other.associate('api', attachments.api)).toThrow(
      '"api" is already associated with route table "spokes"',
    );
  });

  it('fails to take over what an attachment announces twice, but not into two tables', () => {
    const { attachments, spokes, transitGateway } = routed();
    const other = transitGateway.routeTable('on-prem', { name: 'on-prem' });
    spokes.propagateFrom('on-prem', attachments.onPrem);
    other.propagateFrom('on-prem', attachments.onPrem);

    expect(() => spokes.propagateFrom('again', attachments.onPrem)).toThrow(
      '"again" already propagates to route table "spokes"',
    );
  });

  it('fails with a route and a blackhole for one range, in either order', () => {
    const { attachments, spokes } = routed();
    spokes.routeTo('192.168.0.0/16', attachments.onPrem);
    spokes.blackhole('10.0.0.0/8');

    expect(() => spokes.blackhole('192.168.0.0/16')).toThrow(
      'route table "spokes" has a route for 192.168.0.0/16 and cannot have a blackhole for it too',
    );
    expect(() => spokes.routeTo('10.0.0.0/8', attachments.api)).toThrow(
      'route table "spokes" has a blackhole for 10.0.0.0/8 and cannot have a route for it too',
    );
    expect(() => spokes.blackhole('192.168.0.0/17')).not.toThrow();
  });

  it.each([
    ['10.20.1.0/16', 'is not written as AWS keeps it: write "10.20.0.0/16"'],
    ['10.20.0.0', 'is no IPv4 range'],
    ['10.20.0.0/33', 'is no IPv4 range'],
    ['fd00::/8', 'is no IPv4 range'],
  ])('fails with the range %s', (cidr, message) => {
    expect(() => routed().spokes.blackhole(cidr)).toThrow(`range "${cidr}" ${message}`);
  });

  it('fails with an attachment to another gateway, such as the other end of a peering', () => {
    const { owner, transitGateway, peer, spokes } = routed();
    const peering = new TransitGatewayPeering(owner, 'peering', {
      name: 'on-prem',
      transitGateway,
      peer,
    });
    const message =
      'route table "spokes" is one of transit gateway "orders", the attachment is to "on-prem"';

    expect(() => spokes.associate('peer', peering.peerAttachment)).toThrow(message);
    expect(() => spokes.routeTo('192.168.0.0/16', peering.peerAttachment)).toThrow(message);
    expect(() => spokes.routeTo('192.168.0.0/16', peering.attachment)).not.toThrow();
  });
});
