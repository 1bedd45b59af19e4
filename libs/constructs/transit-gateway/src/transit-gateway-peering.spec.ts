import { Testing, TerraformStack } from 'cdktf';
import { network } from '../test/network';
import { TransitGateway, TransitGatewayPeering } from './index';

function peered() {
  const context = network();
  const { owner, transitGateway, peer } = context;
  const peering = new TransitGatewayPeering(owner, 'on-prem', {
    name: 'on-prem',
    transitGateway,
    peer,
  });
  return { ...context, peering };
}

describe('TransitGatewayPeering', () => {
  it('is asked for in one Region and accepted in the other', () => {
    const synthesised = peered().synth();
    const request = synthesised.only('aws_ec2_transit_gateway_peering_attachment');

    expect(request.arguments).toMatchObject({
      provider: 'aws.network',
      peer_region: 'us-west-2',
      peer_account_id: '444444444444',
      peer_transit_gateway_id: `\${${synthesised.only('aws_ec2_transit_gateway', 'elsewhere_').address}.id}`,
    });
    expect(
      synthesised.only('aws_ec2_transit_gateway_peering_attachment_accepter').arguments,
    ).toMatchObject({
      provider: 'aws.elsewhere',
      transit_gateway_attachment_id: `\${${request.address}.id}`,
    });
  });

  it('is routed over at both ends once accepted', () => {
    const { transitGateway, peer, peering, synth } = peered();
    transitGateway
      .routeTable('spokes', { name: 'spokes' })
      .routeTo('192.168.0.0/16', peering.attachment);
    peer.routeTable('on-prem', { name: 'on-prem' }).routeTo('10.20.0.0/16', peering.peerAttachment);

    const synthesised = synth();
    const accepted = `\${${synthesised.only('aws_ec2_transit_gateway_peering_attachment_accepter').address}.id}`;

    expect(
      synthesised
        .resources('aws_ec2_transit_gateway_route')
        .map(({ arguments: route }) => [route['provider'], route['transit_gateway_attachment_id']]),
    ).toEqual([
      ['aws.elsewhere', accepted],
      ['aws.network', accepted],
    ]);
  });

  it('announces nothing: to propagate from it does not compile', () => {
    const { transitGateway, peering } = peered();
    const spokes = transitGateway.routeTable('spokes', { name: 'spokes' });

    // @ts-expect-error routes over a peering are static
    spokes.propagateFrom('on-prem', peering.attachment);
  });

  it('fails when the Region of the peer is not known', () => {
    const { owner, transitGateway } = network();
    const stack = new TerraformStack(Testing.app(), 'stray');
    const peer = new TransitGateway(stack, 'transit-gateway', { name: 'stray' });

    expect(
      () => new TransitGatewayPeering(owner, 'other', { name: 'other', transitGateway, peer }),
    ).toThrow('transit gateway "stray/transit-gateway" is in no account');
  });
});
