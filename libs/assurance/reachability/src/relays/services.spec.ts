import type { Network } from '@culvert/network-model';
import { FALSE, TRUE, unknownFor } from '@culvert/symbolic';
import { chain } from '../../test/chain';
import { allow, internetGateway, routeTable, securityGroup } from '../../test/network';
import { answer, deciding, endpoint, gatesWith, interfaceOf } from '../../test/relays';
import { type Gates, Reachability, type Request, type Target } from '../index';

const SECRET: Target = {
  kind: 'resource',
  resource: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders',
  name: 'aws_secretsmanager_secret.orders',
  service: 'secretsmanager',
  action: 'secretsmanager:GetSecretValue',
  region: 'eu-central-1',
};
const BUCKET: Target = { ...SECRET, service: 's3', action: 's3:GetObject', name: 'bucket' };

function reach(network: Network, said: Partial<Request> = {}, gates: Partial<Gates> = {}) {
  return new Reachability(network, gatesWith(gates)).reaches({
    from: { kind: 'component', id: 'caller' },
    to: SECRET,
    traffic: { protocol: 'tcp', ports: [443] },
    as: { identity: 'role' },
    ...said,
  });
}

const endpoints = securityGroup('endpoints', 'vpc', {
  ingress: [allow('from callers', 443, { group: 'callers' })],
});
const through = (said: Parameters<typeof endpoint>[2] = {}) =>
  chain({
    securityGroups: [endpoints],
    interfaces: [
      interfaceOf('vpce', 'clients', '10.0.0.20', { kind: 'endpoint', groups: ['endpoints'] }),
    ],
    endpoints: [endpoint('vpce', { aws: 'secretsmanager' }, said)],
  });
const toInternet = {
  internetGateways: [internetGateway('igw', 'vpc')],
  routeTables: [routeTable('vpc-routes', 'vpc', { '10.0.0.0/16': 'local', '0.0.0.0/0': 'igw' })],
  interfaces: [
    interfaceOf('caller', 'clients', '10.0.0.10', { groups: ['callers'], isPublic: TRUE }),
  ],
};

describe('something behind a service of AWS', () => {
  it('is reached through an endpoint, if the policies allow it', () => {
    const authorize = jest.fn(() => [answer('endpoint policy', TRUE)]);

    expect(reach(through(), {}, { authorize })).toMatchObject({ passes: TRUE, via: ['vpce'] });
    expect(authorize).toHaveBeenCalledWith(
      expect.objectContaining({
        caller: { identity: 'role' },
        action: 'secretsmanager:GetSecretValue',
        endpoint: 'vpce',
        vpc: 'vpc',
      }),
    );
    const refused = reach(through(), {}, { authorize: () => [answer('resource policy', FALSE)] });
    expect(deciding(refused)).toMatchObject({ kind: 'resource policy' });
  });

  it('is not reached through an endpoint of another Region, or another service', () => {
    expect(reach(through({ region: 'us-east-1' })).leaks).toEqual(FALSE);
    expect(reach(through({ service: { aws: 'kms' } })).leaks).toEqual(FALSE);
    expect(reach(through({ region: { unknown: 'region' } })).passes).toEqual(TRUE);
  });

  it('is reached over the internet', () => {
    expect(reach(chain(toInternet))).toMatchObject({ passes: TRUE, via: [] });
    expect(reach(chain({ ...toInternet, internetGateways: [] })).leaks).toEqual(FALSE);
    expect(reach(chain(), { from: { kind: 'internet' } }).passes).toEqual(TRUE);
  });

  it('is reached over the internet from an unknown address of it only with doubt', () => {
    const callers = securityGroup('callers', 'vpc', {
      egress: [allow('x', 443, '198.51.100.0/24')],
    });

    expect(reach(chain({ ...toInternet, securityGroups: [callers] })).passes).toEqual(
      unknownFor('public addresses of the public endpoint of secretsmanager'),
    );
  });
});

describe('a gateway endpoint', () => {
  const gateway = (said: object, routeTables = ['vpc-routes']) =>
    chain({
      endpoints: [
        endpoint('gw', { aws: 's3' }, { kind: 'Gateway', routeTables, privateDns: FALSE }),
      ],
      ...said,
    });

  it('takes what comes from subnets that have a route to it', () => {
    expect(reach(gateway({}), { to: BUCKET })).toMatchObject({ passes: TRUE, via: ['gw'] });
    expect(deciding(reach(gateway({}, []), { to: BUCKET, via: ['gw'] }))).toMatchObject({
      kind: 'route',
    });
  });

  it('is for what groups let out: to everything, or to a prefix list', () => {
    const out = (...peers: Parameters<typeof allow>[2][]) => ({
      securityGroups: [securityGroup('callers', 'vpc', { egress: [allow('x', 443, ...peers)] })],
    });
    const list = { name: 'pl-s3', addresses: { unknown: 'prefix list of s3' } };

    expect(reach(gateway(out(list)), { to: BUCKET }).passes).toEqual(TRUE);
    expect(reach(gateway(out('10.0.0.0/16')), { to: BUCKET }).passes).toEqual(FALSE);
  });

  it('is not for what is outside of its VPC', () => {
    const asked = reach(gateway({}), { to: BUCKET, via: ['gw'], from: { kind: 'internet' } });

    expect(deciding(asked)).toMatchObject({ kind: 'endpoint', component: 'gw' });
  });
});

describe('who reaches it', () => {
  it('is whoever the policies let in, by each way', () => {
    const labels = new Reachability(
      through(),
      gatesWith({
        authorize: ({ endpoint: by, caller }) => [
          answer('resource policy', { value: by === 'vpce' && caller === 'any' }),
        ],
      }),
    )
      .sources({ to: SECRET, traffic: { protocol: 'tcp' } })
      .map(({ from, via }) => [from.label, ...via]);

    expect(labels).toEqual([['caller', 'vpce']]);
  });
});
