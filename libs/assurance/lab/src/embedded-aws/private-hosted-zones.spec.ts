import {
  AssociateVPCWithHostedZoneCommand,
  CreateHostedZoneCommand,
  GetHostedZoneCommand,
  Route53Client,
} from '@aws-sdk/client-route-53';
import { accountOf, embeddedAwsForTests } from '../../test/embedded-account';
import { createNetwork } from '../../test/embedded-network';

jest.setTimeout(60_000);

describe('a hosted zone of the embedded AWS', () => {
  const aws = embeddedAwsForTests();

  it('is private when it is created for a VPC, and may be for a second one', async () => {
    const account = await accountOf(aws(), '222222222222');
    const route53 = new Route53Client(account);
    const vpc = async (prefix: string) => ({
      VPCId: (await createNetwork(account, prefix)).vpcId,
      VPCRegion: 'eu-central-1' as const,
    });
    const first = await vpc('10.20');
    const second = await vpc('10.30');

    const { HostedZone } = await route53.send(
      new CreateHostedZoneCommand({
        Name: 'api.example.com',
        CallerReference: 'spec',
        HostedZoneConfig: { Comment: 'kept' },
        VPC: first,
      }),
    );
    await route53.send(
      new AssociateVPCWithHostedZoneCommand({ HostedZoneId: HostedZone?.Id, VPC: second }),
    );

    const zone = await route53.send(new GetHostedZoneCommand({ Id: HostedZone?.Id }));
    expect(zone.HostedZone?.Config).toEqual({ Comment: 'kept', PrivateZone: true });
    expect(zone.VPCs).toEqual([first, second]);
  });
});
