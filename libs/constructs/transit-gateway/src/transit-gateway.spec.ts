import { network } from '../test/network';
import { TransitGateway, TransitGatewayPeering } from './index';

describe('TransitGateway', () => {
  it('lets nothing meet by itself, and shows its name to accounts it is shared with', () => {
    expect(network().synth().only('aws_ec2_transit_gateway', 'network_').arguments).toMatchObject({
      provider: 'aws.network',
      amazon_side_asn: 64512,
      auto_accept_shared_attachments: 'disable',
      default_route_table_association: 'disable',
      default_route_table_propagation: 'disable',
      description: 'orders',
      dns_support: 'enable',
      multicast_support: 'disable',
      security_group_referencing_support: 'enable',
      vpn_ecmp_support: 'enable',
    });
  });

  it.each([64512, 65534, 4_200_000_000, 4_294_967_294])('takes the private ASN %d', (asn) => {
    const { owner } = network();

    expect(
      new TransitGateway(owner, 'other', { name: 'other', amazonSideAsn: asn }).amazonSideAsn,
    ).toBe(asn);
  });

  it.each([0, 64511, 65535, 4_199_999_999, 4_294_967_295, 64512.5, Number.NaN])(
    'fails with the ASN %d',
    (asn) => {
      const { owner } = network();

      expect(
        () => new TransitGateway(owner, 'other', { name: 'other', amazonSideAsn: asn }),
      ).toThrow(`transit gateway "other" has the ASN ${asn}: choose a private one`);
    },
  );

  it('has room for a route table, an attachment and a peering of one name', () => {
    const { owner, transitGateway, peer, request, synth } = network();
    peer.routeTable('orders', { name: 'orders' });
    transitGateway.routeTable('orders', { name: 'orders' });
    transitGateway.accept('orders', request());
    new TransitGatewayPeering(owner, 'orders', { name: 'orders', transitGateway, peer });

    expect(synth().addresses).toEqual(
      expect.arrayContaining(
        [
          'route_table.network_transit-gateway_route-table-orders',
          'vpc_attachment_accepter.network_transit-gateway_accepted-orders',
          'peering_attachment_accepter.elsewhere_transit-gateway_peering-orders',
        ].map((address) => expect.stringContaining(`aws_ec2_transit_gateway_${address}`)),
      ),
    );
  });
});
