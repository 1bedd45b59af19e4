import { NetworkLoadBalancer } from '@culvert/load-balancing';
import { IsolatedVpc, SecurityGroup } from '@culvert/network';
import { type Account, MultiAccountStack } from '@culvert/stack';
import { SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import {
  ConnectionNotification,
  EndpointService,
  type EndpointServiceProps,
  InterfaceEndpoint,
  type InterfaceEndpointProps,
} from './index';

const OWNER = '111111111111';
const CONSUMER = '222222222222';

function twoAccounts({ ownerZones = ['euc1-az1', 'euc1-az2'] } = {}) {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: {
      owner: { accountId: OWNER, region: 'eu-central-1' },
      consumer: { accountId: CONSUMER, region: 'eu-central-1' },
    },
  });
  const [owner, consumer] = [stack.account('owner'), stack.account('consumer')];
  const consumerVpc = vpcIn(consumer, '10.20', ['euc1-az1', 'euc1-az2']);
  const ownerVpc = vpcIn(owner, '10.10', ownerZones);
  const service = (props: Partial<EndpointServiceProps> = {}) =>
    new EndpointService(owner, 'service', {
      name: 'orders',
      loadBalancer: new NetworkLoadBalancer(owner, 'load-balancer', {
        name: 'orders',
        vpc: ownerVpc,
        securityGroup: groupIn(owner, ownerVpc, 'load-balancer'),
      }),
      allowedPrincipals: [`arn:aws:iam::${CONSUMER}:root`],
      ...props,
    });
  const request = (props: Partial<InterfaceEndpointProps> = {}) =>
    new InterfaceEndpoint(consumer, 'endpoint', {
      name: 'orders',
      vpc: consumerVpc,
      serviceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1',
      securityGroup: groupIn(consumer, consumerVpc, 'endpoint'),
      hostNumber: 10,
      ...props,
    });
  return { owner, service, request, synth: () => SynthesisedStack.of(stack) };
}

function vpcIn(account: Account, prefix: string, azIds: readonly string[]) {
  return new IsolatedVpc(account, 'vpc', {
    name: 'orders',
    cidrBlock: `${prefix}.0.0/16`,
    subnets: azIds.map((azId, index) => ({ azId, cidrBlock: `${prefix}.${index}.0/24` })),
  });
}

function groupIn(account: Account, vpc: IsolatedVpc, name: string) {
  return new SecurityGroup(account, `${name}-group`, { vpcId: vpc.id, name, description: name });
}

describe('EndpointService', () => {
  it('waits for acceptance and admits named principals only', () => {
    const { service, synth } = twoAccounts();
    service();

    expect(synth().only('aws_vpc_endpoint_service').arguments).toMatchObject({
      provider: 'aws.owner',
      acceptance_required: true,
      allowed_principals: [`arn:aws:iam::${CONSUMER}:root`],
    });
  });

  it.each([[[]], [['*']], [['arn:aws:iam::*:root']]])(
    'fails with principals %j',
    (allowedPrincipals) => {
      expect(() => twoAccounts().service({ allowedPrincipals })).toThrow(
        `allows [${allowedPrincipals.join(', ')}]: name each principal by its ARN`,
      );
    },
  );

  it('accepts a request as its owner, after which the pinned addresses can be used', () => {
    const { service, request, synth } = twoAccounts();
    const connection = service().accept('consumer', request());

    const synthesised = synth();

    expect(connection.addresses).toEqual(['10.20.0.10', '10.20.1.10']);
    expect(synthesised.only('aws_vpc_endpoint_connection_accepter').arguments).toMatchObject({
      provider: 'aws.owner',
      vpc_endpoint_id: `\${${synthesised.only('aws_vpc_endpoint').address}.id}`,
      vpc_endpoint_service_id: `\${${synthesised.only('aws_vpc_endpoint_service').address}.id}`,
    });
  });

  it('fails to accept an endpoint in a zone it is not in, naming the zone', () => {
    const { service, request } = twoAccounts({ ownerZones: ['euc1-az2', 'euc1-az3'] });

    expect(() => service().accept('consumer', request())).toThrow(
      'has subnets in euc1-az1, but the service is in euc1-az2, euc1-az3 only',
    );
  });
});

describe('InterfaceEndpoint', () => {
  it('pins its address in every subnet and leaves private DNS off', () => {
    const { request, synth } = twoAccounts();
    request();

    const synthesised = synth();
    const [one, two] = synthesised
      .resources('aws_subnet')
      .filter(({ address }) => address.includes('consumer'))
      .map(({ address }) => `\${${address}.id}`);

    expect(synthesised.only('aws_vpc_endpoint').arguments).toMatchObject({
      vpc_endpoint_type: 'Interface',
      provider: 'aws.consumer',
      private_dns_enabled: false,
      subnet_ids: [one, two],
      subnet_configuration: [
        { ipv4: '10.20.0.10', subnet_id: one },
        { ipv4: '10.20.1.10', subnet_id: two },
      ],
    });
  });

  it('allows only what its policy says', () => {
    const { request, synth } = twoAccounts();
    request().restrictTo({
      Effect: 'Allow',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'arn:aws:execute-api:eu-central-1:222222222222:abc/*',
    });

    const { policy } = synth().only('aws_vpc_endpoint_policy').arguments;

    expect(JSON.parse(policy as string).Statement).toEqual([
      expect.objectContaining({ Resource: 'arn:aws:execute-api:eu-central-1:222222222222:abc/*' }),
    ]);
  });

  it('fails on a host number that is not kept for pinned addresses', () => {
    expect(() => twoAccounts().request({ hostNumber: 2 })).toThrow(
      'host 2 is not kept for pinned addresses',
    );
  });
});

describe('ConnectionNotification', () => {
  it('hears of every event on a topic that only PrivateLink of this account may publish to', () => {
    const { owner, service, synth } = twoAccounts();
    new ConnectionNotification(owner, 'notification', { name: 'orders', service: service() });

    const synthesised = synth();
    const { policy } = synthesised.only('aws_sns_topic_policy').arguments;

    expect(synthesised.only('aws_vpc_endpoint_connection_notification').arguments).toMatchObject({
      connection_events: ['Accept', 'Connect', 'Delete', 'Reject'],
    });
    expect(JSON.parse(policy as string).Statement).toEqual([
      expect.objectContaining({
        Effect: 'Allow',
        Principal: { Service: 'vpce.amazonaws.com' },
        Action: 'sns:Publish',
        Condition: {
          StringEquals: {
            'aws:SourceAccount': expect.stringContaining('data.aws_caller_identity'),
          },
        },
      }),
    ]);
  });
});
