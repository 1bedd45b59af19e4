import { API, network, NETWORK } from '../test/network';
import { TransitGatewayShare } from './index';

describe('TransitGatewayShare', () => {
  it('shares the gateway with the named accounts, as its owner', () => {
    const synthesised = network().synth();
    const share = synthesised.only('aws_ram_resource_share');
    const shareArn = `\${${share.address}.arn}`;

    expect(share.arguments).toMatchObject({
      provider: 'aws.network',
      allow_external_principals: true,
    });
    expect(synthesised.only('aws_ram_resource_association').arguments).toMatchObject({
      resource_share_arn: shareArn,
      resource_arn: `\${${synthesised.only('aws_ec2_transit_gateway', 'network_').address}.arn}`,
    });
    expect(synthesised.only('aws_ram_principal_association').arguments).toMatchObject({
      resource_share_arn: shareArn,
      principal: API,
    });
  });

  it('is accepted by the other account once it is invited and there is something to accept', () => {
    const { api, share, synth } = network();
    share.accept(api, 'transit-gateway');

    const synthesised = synth();
    const principal = synthesised.only('aws_ram_principal_association').address;

    expect(synthesised.only('aws_ram_resource_share_accepter').arguments).toMatchObject({
      provider: 'aws.api',
      share_arn: `\${${principal}.resource_share_arn}`,
      depends_on: [synthesised.only('aws_ram_resource_association').address, principal],
    });
  });

  it('takes no acceptance within an organization, but still waits for the share', () => {
    const { request, synth } = network({ acceptance: 'organization' });
    request();

    const synthesised = synth();

    expect(synthesised.only('aws_ram_resource_share').arguments).toMatchObject({
      allow_external_principals: false,
    });
    expect(synthesised.resourceTypes).not.toContain('aws_ram_resource_share_accepter');
    expect(
      synthesised.only('aws_ec2_transit_gateway_vpc_attachment').arguments['depends_on'],
    ).toEqual(
      expect.arrayContaining([
        synthesised.only('aws_ram_resource_association').address,
        synthesised.only('aws_ram_principal_association').address,
      ]),
    );
  });

  it('fails to be accepted where it is not offered, naming whom it is offered to', () => {
    const { share, owner, stack } = network();

    expect(() => share.accept(owner, 'shared')).toThrow(
      `share "orders/network/share" is with ${API}, not with ${NETWORK}`,
    );
    expect(() => share.accept(stack, 'shared')).toThrow(
      `is with ${API}, not with "orders", which is in no account`,
    );
  });

  it.each([[[]], [['2222']], [['*']], [[API, API]]])('fails with the accounts %j', (accountIds) => {
    const { owner, transitGateway } = network();

    expect(
      () =>
        new TransitGatewayShare(owner, 'other', {
          name: 'other',
          transitGateway,
          accountIds,
          acceptance: 'invitation',
        }),
    ).toThrow(`share "other" is with [${accountIds.join(', ')}]: name each account once`);
  });
});
