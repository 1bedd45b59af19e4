import { network } from '../test/network';

describe('VpcAttachment', () => {
  it('asks as the account of the VPC, from every subnet, once the gateway can be seen', () => {
    const { request, synth } = network();
    request();

    const synthesised = synth();
    const attachment = synthesised.only('aws_ec2_transit_gateway_vpc_attachment').arguments;

    expect(attachment).toMatchObject({
      provider: 'aws.api',
      transit_gateway_id: `\${${synthesised.only('aws_ec2_transit_gateway', 'network_').address}.id}`,
      subnet_ids: synthesised.resources('aws_subnet').map(({ address }) => `\${${address}.id}`),
      security_group_referencing_support: 'enable',
    });
    expect(attachment['depends_on']).toContain(
      synthesised.only('aws_ram_resource_share_accepter').address,
    );
  });

  it('takes no address that is kept for pinned ones', () => {
    const { request, synth } = network();
    request();

    const synthesised = synth();

    expect(
      synthesised.only('aws_ec2_transit_gateway_vpc_attachment').arguments['depends_on'],
    ).toEqual(
      expect.arrayContaining(
        synthesised.resources('aws_ec2_subnet_cidr_reservation').map(({ address }) => address),
      ),
    );
  });

  it("leaves the gateway's default route tables to its owner", () => {
    const { request, transitGateway, synth } = network();
    transitGateway.accept('api', request());

    const synthesised = synth();

    expect(
      Object.keys(synthesised.only('aws_ec2_transit_gateway_vpc_attachment').arguments),
    ).not.toContainEqual(expect.stringContaining('default_route_table'));
    expect(
      synthesised.only('aws_ec2_transit_gateway_vpc_attachment_accepter').arguments,
    ).toMatchObject(IN_NO_DEFAULT_ROUTE_TABLE);
  });

  it("is in no default route table of the account's own gateway", () => {
    const { owner, request, transitGateway, synth } = network();
    request(owner, transitGateway);

    expect(synth().only('aws_ec2_transit_gateway_vpc_attachment').arguments).toMatchObject(
      IN_NO_DEFAULT_ROUTE_TABLE,
    );
  });

  it('fails on the gateway of another account or Region that is not shared', () => {
    const { owner, api, request, transitGateway, peer } = network();

    expect(() => request(api, transitGateway)).toThrow(
      'vpc attachment "orders/api/attachment" names transit gateway "orders/network/transit-gateway" of another account or Region: share the gateway',
    );
    expect(() => request(owner, peer)).toThrow('of another account or Region');
  });
});

const IN_NO_DEFAULT_ROUTE_TABLE = {
  transit_gateway_default_route_table_association: false,
  transit_gateway_default_route_table_propagation: false,
};
