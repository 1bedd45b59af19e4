import { network, vpcIn } from '../test/network';
import { ForeignTransitGateway, VpcAttachment } from './index';

const TRANSIT_GATEWAY_ID = 'tgw-0a1b2c3d4e5f67890';

function attached({ zonalRouting }: { zonalRouting?: boolean } = {}) {
  const { api, transitGateway, synth } = network();
  const gateway = new ForeignTransitGateway(api, 'foreign', {
    transitGatewayId: TRANSIT_GATEWAY_ID,
  });
  const request = new VpcAttachment(api, 'attachment', {
    name: 'orders',
    transitGateway: gateway,
    vpc: vpcIn(api, zonalRouting),
  });
  return { gateway, transitGateway, request, synth };
}

describe('ForeignTransitGateway', () => {
  it('takes attachments, which its owner accepts outside the stack', () => {
    const { gateway, request, synth } = attached();
    gateway.accept('api', request);

    const synthesised = synth();
    const attachment = synthesised.only('aws_ec2_transit_gateway_vpc_attachment').arguments;

    expect(attachment['transit_gateway_id']).toBe(TRANSIT_GATEWAY_ID);
    expect(Object.keys(attachment)).not.toContainEqual(
      expect.stringContaining('default_route_table'),
    );
    expect(synthesised.resourceTypes).not.toContain(
      'aws_ec2_transit_gateway_vpc_attachment_accepter',
    );
  });

  it('is routed to once the attachment is there', () => {
    const { gateway, request, synth } = attached();
    gateway.accept('api', request).routeTo('192.168.0.0/16');

    const synthesised = synth();

    expect(synthesised.only('aws_route').arguments).toMatchObject({
      destination_cidr_block: '192.168.0.0/16',
      transit_gateway_id: TRANSIT_GATEWAY_ID,
      depends_on: [synthesised.only('aws_ec2_transit_gateway_vpc_attachment').address],
    });
  });

  it('is routed to from every route table of the VPC', () => {
    const { gateway, request, synth } = attached({ zonalRouting: true });
    gateway.accept('api', request).routeTo('192.168.0.0/16');

    const tables = synth()
      .resources('aws_route')
      .map((route) => route.arguments['route_table_id']);

    expect(new Set(tables).size).toBe(2);
  });

  it('fails on a request to another gateway', () => {
    const { request, transitGateway } = attached();

    expect(() => transitGateway.accept('api', request)).toThrow(
      `asks for transit gateway "${TRANSIT_GATEWAY_ID}", not for "orders": accept it there`,
    );
  });
});
