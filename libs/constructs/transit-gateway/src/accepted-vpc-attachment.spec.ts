import { network } from '../test/network';

describe('AcceptedVpcAttachment', () => {
  it('is accepted by the owner of the gateway', () => {
    const { request, transitGateway, synth } = network();
    transitGateway.accept('api', request());

    const synthesised = synth();

    expect(
      synthesised.only('aws_ec2_transit_gateway_vpc_attachment_accepter').arguments,
    ).toMatchObject({
      provider: 'aws.network',
      transit_gateway_attachment_id: `\${${synthesised.only('aws_ec2_transit_gateway_vpc_attachment').address}.id}`,
    });
  });

  it("takes no accepting in the gateway's own account", () => {
    const { owner, request, transitGateway, synth } = network();
    const attachment = transitGateway.accept('own', request(owner, transitGateway));
    transitGateway.routeTable('spokes', { name: 'spokes' }).associate('own', attachment);

    const synthesised = synth();

    expect(synthesised.resourceTypes).not.toContain(
      'aws_ec2_transit_gateway_vpc_attachment_accepter',
    );
    expect(
      synthesised.only('aws_ec2_transit_gateway_route_table_association').arguments,
    ).toMatchObject({
      transit_gateway_attachment_id: `\${${synthesised.only('aws_ec2_transit_gateway_vpc_attachment').address}.id}`,
    });
  });

  it('routes a range from the VPC, in its account, once accepted', () => {
    const { request, transitGateway, synth } = network();
    transitGateway.accept('api', request()).routeTo('192.168.0.0/16');

    const synthesised = synth();

    expect(
      synthesised.only('aws_route', 'attachment_route-192-168-0-0-16').arguments,
    ).toMatchObject({
      provider: 'aws.api',
      route_table_id: `\${${synthesised.only('aws_route_table').address}.id}`,
      destination_cidr_block: '192.168.0.0/16',
      transit_gateway_id: `\${${synthesised.only('aws_ec2_transit_gateway', 'network_').address}.id}`,
      depends_on: [synthesised.only('aws_ec2_transit_gateway_vpc_attachment_accepter').address],
    });
  });

  it.each(['10.20.0.0/16', '10.20.1.0/24'])('fails to route %s, which the VPC has', (cidr) => {
    const { request, transitGateway } = network();
    const attachment = transitGateway.accept('api', request());

    expect(() => attachment.routeTo(cidr)).toThrow(
      `vpc "orders/api/vpc" is 10.20.0.0/16 and reaches ${cidr} by itself`,
    );
  });

  it('routes a range that the VPC lies in: its own part of it stays', () => {
    const { request, transitGateway } = network();

    expect(() => transitGateway.accept('api', request()).routeTo('10.0.0.0/8')).not.toThrow();
  });

  it('fails when the request is to another gateway', () => {
    const { request, peer } = network();

    expect(() => peer.accept('api', request())).toThrow(
      'vpc attachment "orders/api/attachment" asks for transit gateway "orders", not for "on-prem"',
    );
  });
});
