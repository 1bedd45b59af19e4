import { type Account, accountOf, embeddedAwsForTests } from '../../test/embedded-account';
import { createNetwork, type EmbeddedNetwork } from '../../test/embedded-network';
import { callJsonAction } from '../../test/embedded-request';

jest.setTimeout(60_000);

describe('Route 53 Resolver of the embedded AWS', () => {
  const aws = embeddedAwsForTests();
  let account: Account;
  let network: EmbeddedNetwork;
  let reference = 0;

  beforeAll(async () => {
    account = await accountOf(aws(), '222222222222');
    network = await createNetwork(account, '10.20');
  });

  const call = <Answer>(action: string, body: object) =>
    callJsonAction(
      account,
      'route53resolver',
      `Route53Resolver.${action}`,
      body,
    ) as Promise<Answer>;

  describe('an endpoint', () => {
    interface Endpoint {
      readonly ResolverEndpoint: {
        readonly Id: string;
        readonly Protocols: readonly string[];
        readonly ResolverEndpointType: string;
      };
    }

    async function createEndpoint(host: number, options: object = {}) {
      const { ResolverEndpoint } = await call<Endpoint>('CreateResolverEndpoint', {
        CreatorRequestId: `spec-${(reference += 1)}`,
        Name: 'endpoint',
        Direction: 'INBOUND',
        SecurityGroupIds: [network.securityGroupId],
        IpAddresses: network.subnetIds.map((SubnetId, i) => ({
          SubnetId,
          Ip: `10.20.${i}.${host}`,
        })),
        ...options,
      });
      return ResolverEndpoint;
    }

    it('speaks plain DNS over IPv4 unless told otherwise', async () => {
      expect(await createEndpoint(8)).toMatchObject({
        Protocols: ['Do53'],
        ResolverEndpointType: 'IPV4',
      });
    });

    it('has the protocols it was given, and those it is changed to', async () => {
      const { Id, Protocols } = await createEndpoint(9, { Protocols: ['DoH'] });
      expect(Protocols).toEqual(['DoH']);

      await call('UpdateResolverEndpoint', {
        ResolverEndpointId: Id,
        Name: 'renamed',
        Protocols: ['Do53', 'DoH'],
      });

      const { ResolverEndpoint } = await call<Endpoint>('GetResolverEndpoint', {
        ResolverEndpointId: Id,
      });
      expect(ResolverEndpoint).toMatchObject({ Name: 'renamed', Protocols: ['Do53', 'DoH'] });
    });
  });

  it('has query log configurations with tags, which are disassociated and deleted', async () => {
    const { ResolverQueryLogConfig: config } = await call<{
      ResolverQueryLogConfig: { Id: string; Arn: string };
    }>('CreateResolverQueryLogConfig', {
      Name: 'queries',
      DestinationArn: 'arn:aws:logs:eu-central-1:222222222222:log-group:queries',
      CreatorRequestId: 'spec',
      Tags: [{ Key: 'Name', Value: 'queries' }],
    });
    const named = { ResolverQueryLogConfigId: config.Id };
    const association = { ...named, ResourceId: network.vpcId };
    await call('AssociateResolverQueryLogConfig', association);
    expect(await call('ListTagsForResource', { ResourceArn: config.Arn })).toMatchObject({
      Tags: [{ Key: 'Name', Value: 'queries' }],
    });

    await call('DisassociateResolverQueryLogConfig', association);

    await expect(call('DisassociateResolverQueryLogConfig', association)).rejects.toThrow(
      'ResourceNotFoundException',
    );
    expect(await call('GetResolverQueryLogConfig', named)).toMatchObject({
      ResolverQueryLogConfig: { AssociationCount: 0 },
    });
    await call('DeleteResolverQueryLogConfig', named);
    await expect(call('GetResolverQueryLogConfig', named)).rejects.toThrow(
      'ResourceNotFoundException',
    );
  });
});
