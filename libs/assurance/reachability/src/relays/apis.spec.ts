import type { Api, Network } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import { FALSE, TRUE, type Truth, unknownFor } from '@culvert/symbolic';
import { ORDERS, privateApi } from '../../test/apis';
import { component, internetGateway, routeTable } from '../../test/network';
import {
  answer,
  api,
  deciding,
  endpoint,
  gatesWith,
  interfaceOf,
  listener,
  loadBalancer,
  method,
  target,
  targetGroup,
  vpcLink,
} from '../../test/relays';
import { type Gates, Reachability, type Request } from '../index';

function reach(network: Network, said: Partial<Request> = {}, gates: Partial<Gates> = {}) {
  return new Reachability(network, gatesWith(gates)).reaches({
    from: { kind: 'component', id: 'caller' },
    to: { kind: 'component', id: 'api' },
    traffic: { protocol: 'tcp', ports: [443] },
    ...said,
  });
}

const with_ = (said: Partial<Api>, methods = [ORDERS]) =>
  privateApi({ apis: [api('api', methods, said)] });

describe('a private API', () => {
  it('is called through an endpoint', () => {
    expect(reach(privateApi())).toMatchObject({ passes: TRUE, via: ['vpce'] });
  });

  it('asks its gates with what they look at', () => {
    const invokeApi = jest.fn<readonly ReturnType<typeof answer>[], [unknown]>(() => [
      answer('endpoint policy', TRUE),
      answer('resource policy', FALSE),
    ]);
    const http = { method: 'GET', path: '/orders' };
    const asked = reach(privateApi(), { http, as: { identity: 'role' } }, { invokeApi });

    expect(deciding(asked)).toMatchObject({ kind: 'resource policy' });
    expect(invokeApi).toHaveBeenCalledWith({
      api: 'api',
      stage: 'prod',
      method: ORDERS,
      request: http,
      endpoint: 'vpce',
      vpc: 'vpc',
      sources: AddressSet.of('10.0.0.10'),
      caller: { identity: 'role' },
      authorized: false,
    });
  });

  it.each<[string, Partial<Api>, Truth]>([
    ['without a stage', { stages: [] }, FALSE],
    ['with its own name disabled', { defaultEndpointDisabled: TRUE }, FALSE],
    [
      'of which it is not known whether its own name is disabled',
      { defaultEndpointDisabled: unknownFor('x') },
      unknownFor('x'),
    ],
    ['of which the type is not known', { endpointType: { unknown: 'type' } }, unknownFor('type')],
    ['in another Region', { region: 'us-east-1' }, FALSE],
    ['without methods', { methods: [] }, FALSE],
    ['of which the methods are not known', { methods: [], missing: ['body'] }, unknownFor('body')],
  ])('%s is not called', (_, said, passes) => {
    expect(reach(with_(said)).passes).toEqual(passes);
  });

  it('is called by the name of its domain, through the endpoints of that', () => {
    const domain = {
      ...component('domain'),
      domainName: 'api.example.com',
      endpointType: 'PRIVATE',
      mutualTls: FALSE,
      mappings: [{ api: 'api', stage: 'live', path: '' }],
      endpoints: ['vpce'],
    } as const;
    const network = privateApi({
      apis: [api('api', [ORDERS], { defaultEndpointDisabled: TRUE })],
      apiDomains: [domain],
      hostedZones: [
        {
          ...component('zone'),
          domain: 'example.com',
          vpcs: ['vpc'],
          records: [
            {
              name: 'record',
              domain: 'api.example.com',
              type: 'A',
              values: ['vpce.vpce.amazonaws.com'],
            },
            {
              name: 'record',
              domain: 'www.example.com',
              type: 'A',
              values: ['vpce.vpce.amazonaws.com'],
            },
          ],
          missing: [],
        },
      ],
    });

    expect(reach(network)).toMatchObject({ passes: TRUE, via: ['vpce', 'domain'] });
    expect(reach(network, { http: { host: 'api.example.com' } }).passes).toEqual(TRUE);
    expect(reach(network, { http: { host: 'www.example.com' } }).passes).toEqual(FALSE);
  });

  it('is called by its own name where private DNS of the endpoint leads to it', () => {
    const id = 'a1b2c3d4e5';
    const host = `${id}.execute-api.eu-central-1.amazonaws.com`;
    const own = privateApi({ apis: [api(id, [ORDERS])] });
    const ask = (network: Network, name = host) =>
      reach(network, { to: { kind: 'component', id }, http: { host: name } });

    expect(ask(own).passes).toEqual(TRUE);
    expect(ask(own, host.replace('a', 'b')).passes).toEqual(FALSE);
    const off = endpoint('vpce', { aws: 'execute-api' }, { privateDns: FALSE });
    const without = ask(privateApi({ apis: [api(id, [ORDERS])], endpoints: [off] }));
    expect(without.passes).toEqual(FALSE);
    expect(deciding(without)).toMatchObject({ kind: 'dns' });
  });

  it('is called through a load balancer in front of the endpoint', () => {
    const network = privateApi({
      interfaces: [
        interfaceOf('front', 'clients', '10.0.0.30', {
          kind: 'load balancer',
          groups: ['callers'],
        }),
      ],
      loadBalancers: [
        loadBalancer('front', { listeners: [listener('f', 443, ['eps'])], hasGroups: false }),
      ],
      targetGroups: [targetGroup('eps', 443, [target('10.0.0.20')])],
    });

    expect(
      reach(network, { via: ['front'], from: { kind: 'component', id: 'front' } }),
    ).toMatchObject({
      passes: TRUE,
      via: ['front', 'vpce'],
    });
  });
});

describe('an API for everybody', () => {
  const open = privateApi({
    apis: [api('api', [ORDERS], { endpointType: 'REGIONAL' })],
    endpoints: [endpoint('vpce', { aws: 's3' })],
    internetGateways: [internetGateway('igw', 'vpc')],
    routeTables: [routeTable('vpc-routes', 'vpc', { '10.0.0.0/16': 'local', '0.0.0.0/0': 'igw' })],
    interfaces: [
      interfaceOf('caller', 'clients', '10.0.0.10', { groups: ['callers'], isPublic: TRUE }),
    ],
  });

  it('is called from the internet', () => {
    expect(reach(open, { from: { kind: 'internet' } }).passes).toEqual(TRUE);
    expect(reach(open, { from: { kind: 'on-prem' } }).passes.value).toBe('unknown');
  });

  it('is called by whoever gets to the internet', () => {
    expect(reach(open).passes).toEqual(TRUE);
    expect(reach(with_({ endpointType: 'REGIONAL' })).passes).toEqual(FALSE);
  });

  it('is out of reach where private DNS of an endpoint takes its names', () => {
    const network = { ...open, endpoints: privateApi().endpoints };

    expect(deciding(reach(network))).toMatchObject({ kind: 'dns', component: 'vpce' });
    expect(reach(network)).toMatchObject({ passes: FALSE, leaks: TRUE });
  });

  it('is not called through an endpoint', () => {
    expect(reach(with_({ endpointType: 'REGIONAL' }), { via: ['vpce'] }).leaks).toEqual(FALSE);
  });
});

describe('what an API calls', () => {
  const APP = {
    to: { kind: 'component', id: 'app' },
    traffic: { protocol: 'tcp', ports: [8443] },
  } as const;

  it('is a load balancer, by a VPC link’s interfaces', () => {
    expect(reach(privateApi(), APP)).toMatchObject({
      passes: TRUE,
      via: ['vpce', 'api', 'link', 'nlb'],
    });
    expect(reach(privateApi(), { ...APP, from: { kind: 'component', id: 'api' } })).toMatchObject({
      passes: TRUE,
    });
  });

  it('is what the method calls that takes the request', () => {
    const http = (text: string) => {
      const [verb = '', path = ''] = text.split(' ');
      return reach(privateApi(), { ...APP, http: { method: verb, path } }).passes;
    };

    expect(http('GET /orders')).toEqual(TRUE);
    expect(http('POST /orders')).toEqual(FALSE);
    expect(http('GET /others')).toEqual(FALSE);
  });

  it('is blocked by the groups of the link and the load balancer', () => {
    const network = privateApi({
      interfaces: [interfaceOf('link', 'balancers', '10.0.1.30', { groups: ['service'] })],
    });

    expect(deciding(reach(network, APP))).toMatchObject({
      kind: 'security group',
      component: 'balancer',
    });
  });

  it('is an NLB by a link of version 1, if its groups do not look at what comes', () => {
    const [orders] = [
      { ...ORDERS, integration: { ...ORDERS.integration, target: undefined, port: undefined } },
    ];
    const first = (said: object) =>
      privateApi({
        apis: [api('api', [orders as typeof ORDERS])],
        vpcLinks: [vpcLink('link', 1, ['nlb'])],
        loadBalancers: [
          loadBalancer('nlb', { listeners: [listener('nlb:443', 443, ['group'])], ...said }),
        ],
      });

    expect(reach(first({ enforcesOnPrivateLink: FALSE }), APP).passes).toEqual(TRUE);
    expect(reach(first({ hasGroups: false }), APP).passes).toEqual(TRUE);
    expect(deciding(reach(first({}), APP))).toMatchObject({
      kind: 'security group',
      component: 'nlb',
    });
  });

  it('sends the host and path of its uri, not those of the request', () => {
    const behind = (paths: readonly string[]) =>
      privateApi({
        loadBalancers: [
          loadBalancer('nlb', {
            kind: 'application',
            listeners: [
              listener('l', 443, [], {
                protocol: 'HTTPS',
                rules: [
                  {
                    name: 'r',
                    priority: 1,
                    conditions: { paths },
                    targetGroups: ['group'],
                    action: 'forward',
                    authentication: [],
                  },
                ],
              }),
            ],
          }),
        ],
        targetGroups: [targetGroup('group', 8443, [target('app')], { protocol: 'HTTPS' })],
      });
    const http = { method: 'GET', path: '/orders' };

    expect(reach(behind(['/v1/*']), { ...APP, http }).passes).toEqual(TRUE);
    expect(reach(behind(['/orders']), { ...APP, http }).passes).toEqual(FALSE);
  });

  it('is a function that permits it', () => {
    const to = { kind: 'component', id: 'fn' } as const;
    const invokeFunction = jest.fn(() => [answer('function permission', FALSE)]);

    expect(reach(privateApi(), { to })).toMatchObject({ passes: TRUE, via: ['vpce', 'api'] });
    expect(deciding(reach(privateApi(), { to }, { invokeFunction }))).toMatchObject({
      kind: 'function permission',
    });
    expect(reach(privateApi(), { to, http: { method: 'GET', path: '/orders' } }).passes).toEqual(
      FALSE,
    );
  });
});

describe('who reaches what is behind an API', () => {
  it('is whoever has an endpoint, wherever that is, if the policies let it in', () => {
    const labels = (lets: (endpoint: unknown) => boolean) =>
      new Reachability(
        privateApi(),
        gatesWith({
          invokeApi: ({ endpoint: by }) => [
            answer('endpoint policy', { value: by === 'vpce' }),
            answer('resource policy', { value: lets(by) }),
          ],
        }),
      )
        .sources({ to: { kind: 'component', id: 'api' }, traffic: { protocol: 'tcp' } })
        .map(({ from }) => from.label);

    expect(labels(() => true)).toEqual(['caller', 'VPC endpoints of other accounts']);
    expect(labels((by) => by === 'vpce')).toEqual(['caller']);
  });

  it('is its callers, not what passes it on', () => {
    const ours = gatesWith({
      invokeApi: ({ endpoint: by }) => [answer('resource policy', { value: by === 'vpce' })],
    });
    const reaches = new Reachability(privateApi(), ours).sources({
      to: { kind: 'component', id: 'nlb' },
      traffic: { protocol: 'tcp', ports: [{ from: 0, to: 65_535 }] },
    });

    expect(reaches.map(({ from, via }) => [from.label, ...via])).toEqual([
      ['caller', 'vpce', 'api', 'link'],
    ]);
    expect(reaches.map(({ traffic }) => traffic.ports)).toEqual([[443]]);
  });

  it('takes any method for one that a caller may call', () => {
    const calls: unknown[] = [];
    new Reachability(
      privateApi({ apis: [api('api', [ORDERS, method('DELETE /orders')])] }),
      gatesWith({
        invokeApi: ({ caller, method: { name } }) => {
          calls.push([caller, name]);
          return [];
        },
      }),
    ).sources({ to: { kind: 'component', id: 'api' }, traffic: { protocol: 'tcp' } });

    expect(calls).toContainEqual(['any', 'GET /orders']);
    expect(calls).toContainEqual(['any', 'DELETE /orders']);
  });
});
