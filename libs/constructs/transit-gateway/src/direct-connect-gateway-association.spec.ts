import { network } from '../test/network';
import {
  DirectConnectGatewayAssociation,
  type DirectConnectGatewayAssociationProps,
} from './index';

function directConnect(props: Partial<DirectConnectGatewayAssociationProps> = {}) {
  const { stack, owner, transitGateway, synth } = network();
  const association = new DirectConnectGatewayAssociation(owner, 'on-prem', {
    transitGateway,
    gateway: { name: 'on-prem', amazonSideAsn: 64513 },
    allowedPrefixes: ['10.20.0.0/16'],
    ...props,
  });
  return { association, transitGateway, stack, synth };
}

describe('DirectConnectGatewayAssociation', () => {
  it('creates a gateway and announces the allowed prefixes to on-prem', () => {
    const synthesised = directConnect().synth();
    const gateway = synthesised.only('aws_dx_gateway');

    expect(gateway.arguments).toMatchObject({ name: 'on-prem', amazon_side_asn: '64513' });
    expect(synthesised.only('aws_dx_gateway_association').arguments).toMatchObject({
      provider: 'aws.network',
      dx_gateway_id: `\${${gateway.address}.id}`,
      associated_gateway_id: `\${${synthesised.only('aws_ec2_transit_gateway', 'network_').address}.id}`,
      allowed_prefixes: ['10.20.0.0/16'],
    });
  });

  it('takes a gateway that exists', () => {
    const id = '5b0b7a5c-1f3c-4d86-9a5a-1f6c2a3a7e11';
    const { association, synth } = directConnect({ gateway: { id } });
    const synthesised = synth();

    expect(association.gatewayId).toBe(id);
    expect(synthesised.resourceTypes).not.toContain('aws_dx_gateway');
    expect(synthesised.only('aws_dx_gateway_association').arguments['dx_gateway_id']).toBe(id);
  });

  it('finds the attachment once associated', () => {
    const { association, transitGateway, stack, synth } = directConnect();
    transitGateway.routeTable('on-prem', { name: 'on-prem' }).associate('on-prem', association);

    const synthesised = synth();
    const [attachment] = synthesised.dataSources('aws_ec2_transit_gateway_dx_gateway_attachment');
    const { address } = synthesised.only('aws_dx_gateway_association');

    expect(attachment?.arguments).toMatchObject({
      provider: 'aws.network',
      transit_gateway_id: expect.stringMatching(/^\${local\.[^}]*_transit-gateway-id_/),
      dx_gateway_id: expect.stringMatching(/^\${local\.[^}]*_gateway-id_/),
      filter: [
        { name: 'resource-owner-id', values: [expect.stringMatching(/^\${local\.[^}]*_owner_/)] },
      ],
    });
    expect(Object.values(stack.toTerraform().locals)).toContain(
      `\${${address}.dx_gateway_owner_account_id}`,
    );
    expect(
      synthesised.only('aws_ec2_transit_gateway_route_table_association').arguments,
    ).toMatchObject({ transit_gateway_attachment_id: `\${${attachment?.address}.id}` });
  });

  it('keeps the attachment known while a prefix or tag changes: it names no resource itself', () => {
    const { synth } = directConnect();
    const [attachment] = synth().dataSources('aws_ec2_transit_gateway_dx_gateway_attachment');

    expect(attachment?.arguments).not.toHaveProperty('depends_on');
    expect(JSON.stringify(attachment?.arguments)).not.toContain('${aws_');
  });

  it('fails when both gateways have the same ASN, or the new one a public one', () => {
    expect(() => directConnect({ gateway: { name: 'on-prem', amazonSideAsn: 64512 } })).toThrow(
      'direct connect gateway "on-prem" has the ASN 64512 of transit gateway "orders"',
    );
    expect(() => directConnect({ gateway: { name: 'on-prem', amazonSideAsn: 16509 } })).toThrow(
      'direct connect gateway "on-prem" has the ASN 16509: choose a private one',
    );
  });

  it('fails when it would announce nothing, or what is no range', () => {
    expect(() => directConnect({ allowedPrefixes: [] })).toThrow(
      '"orders/network/on-prem" announces nothing to on-prem',
    );
    expect(() => directConnect({ allowedPrefixes: ['10.20.0.1/16'] })).toThrow(
      'write "10.20.0.0/16"',
    );
  });
});
