import { FALSE, TRUE, unknownFor } from '@culvert/symbolic';
import { chain } from '../../test/chain';
import { allow, entry, networkAcl, securityGroup, subnet } from '../../test/network';
import {
  answer,
  deciding,
  gatesWith,
  interfaceOf,
  listener,
  loadBalancer,
  rule,
  target,
  targetGroup,
  workload,
} from '../../test/relays';
import { type HttpRequest, Reachability, type Request } from '../index';

const FROM_CALLER = { kind: 'component', id: 'caller' } as const;
const TO_APP = { kind: 'component', id: 'app' } as const;
const ON_8443 = { protocol: 'tcp', ports: [8443] } as const;

function reach(network: ReturnType<typeof chain>, said: Partial<Request> = {}) {
  return new Reachability(network, gatesWith()).reaches({
    from: FROM_CALLER,
    to: TO_APP,
    traffic: ON_8443,
    via: ['nlb'],
    ...said,
  });
}

describe('a way through a load balancer', () => {
  it('leads from the listener to the target on the port of its group', () => {
    const { passes, via, hops } = reach(chain());

    expect(passes).toEqual(TRUE);
    expect(via).toEqual(['nlb']);
    expect(hops.map(({ component }) => component)).toEqual(
      expect.arrayContaining(['nlb:443', 'group', 'balancer', 'service']),
    );
  });

  it('leads to the port of the target rather than of its group', () => {
    const network = chain({
      targetGroups: [targetGroup('group', 80, [target('10.0.2.10', { port: 8443 })])],
    });

    expect(reach(network).passes).toEqual(TRUE);
  });

  it('leads to the interface that has the address of the target', () => {
    const other = interfaceOf('app', 'clients', '10.0.0.77', { groups: ['callers'] });

    expect(reach(chain({ interfaces: [other] })).passes).toEqual(TRUE);
  });

  it.each([
    ['target group', 'no target', targetGroup('group', 8443, [])],
    ['target group', 'another target', targetGroup('group', 8443, [target('10.0.2.99')])],
    ['target group', 'another port', targetGroup('group', 8080, [target('10.0.2.10')])],
    [
      'target group',
      'another protocol',
      targetGroup('group', 8443, [target('10.0.2.10')], { protocol: 'UDP' }),
    ],
  ])('is none when the %s has %s', (_, __, group) => {
    expect(reach(chain({ targetGroups: [group] }))).toMatchObject({
      passes: FALSE,
      leaks: FALSE,
      via: [],
    });
  });

  it('is none when no listener forwards to the group', () => {
    const balancer = loadBalancer('nlb', { listeners: [listener('nlb:443', 443, ['other'])] });

    expect(reach(chain({ loadBalancers: [balancer] })).leaks).toEqual(FALSE);
  });

  it('is unknown for want of the port', () => {
    const group = targetGroup('group', 8443, [target('10.0.2.10')], {
      port: { unknown: 'var.port' },
    });

    expect(reach(chain({ targetGroups: [group] })).passes).toEqual(unknownFor('var.port'));
  });

  it.each([
    [
      'balancer',
      securityGroup('balancer', 'vpc', { ingress: [allow('x', 80, { group: 'callers' })] }),
    ],
    ['balancer', securityGroup('balancer', 'vpc', { ingress: [allow('x', 443, '10.0.0.99/32')] })],
    [
      'balancer',
      securityGroup('balancer', 'vpc', {
        ingress: [allow('from callers', 443, { group: 'callers' })],
        egress: [allow('x', 443, '0.0.0.0/0')],
      }),
    ],
    [
      'service',
      securityGroup('service', 'vpc', { ingress: [allow('x', 8443, { group: 'callers' })] }),
    ],
    ['callers', securityGroup('callers', 'vpc', { egress: [] })],
  ])('is blocked by the group %s', (name, group) => {
    const blocked = reach(chain({ securityGroups: [group] }));

    expect(blocked).toMatchObject({ passes: FALSE, leaks: FALSE });
    expect(deciding(blocked)).toMatchObject({ kind: 'security group' });
    expect(deciding(blocked)?.component).toContain(name);
  });

  it('is of no use to a target in another zone when cross-zone is off', () => {
    const elsewhere = { subnets: [subnet('services', 'vpc', '10.0.2.0/24', { zone: 'b' })] };
    const across = loadBalancer('nlb', {
      listeners: [listener('nlb:443', 443, ['group'])],
      crossZone: TRUE,
    });

    expect(deciding(reach(chain(elsewhere)))).toMatchObject({
      kind: 'target group',
      detail: expect.stringContaining('cross-zone is off'),
    });
    expect(reach(chain({ ...elsewhere, loadBalancers: [across] })).passes).toEqual(TRUE);
  });
});

describe('the address that a target sees', () => {
  const preserving = targetGroup('group', 8443, [target('10.0.2.10')], {
    preservesClientAddress: TRUE,
    healthCheck: { enabled: FALSE, port: undefined },
  });
  const accepts = (...peers: string[]) =>
    securityGroup('service', 'vpc', { ingress: [allow('x', 8443, ...peers)] });

  it('is the load balancer’s, unless the client’s is preserved', () => {
    const securityGroups = [accepts('10.0.1.0/24')];

    expect(reach(chain({ securityGroups })).passes).toEqual(TRUE);
    expect(reach(chain({ securityGroups, targetGroups: [preserving] })).passes).toEqual(FALSE);
  });

  it('is the client’s if that is preserved', () => {
    const securityGroups = [accepts('10.0.0.0/24')];

    expect(reach(chain({ securityGroups })).passes).toEqual(FALSE);
    expect(reach(chain({ securityGroups, targetGroups: [preserving] })).passes).toEqual(TRUE);
  });

  it('is of whoever has the load balancer’s group, not the client’s', () => {
    const named = (group: string) =>
      securityGroup('service', 'vpc', { ingress: [allow('x', 8443, { group })] });

    expect(
      reach(chain({ securityGroups: [named('balancer')], targetGroups: [preserving] })).passes,
    ).toEqual(TRUE);
    expect(
      reach(chain({ securityGroups: [named('callers')], targetGroups: [preserving] })).passes,
    ).toEqual(FALSE);
  });

  it('is what network ACLs look at', () => {
    const denied = networkAcl('services-acl', 'vpc', {
      ingress: [entry(1, 'deny', '10.0.0.0/24'), entry(2, 'allow', '0.0.0.0/0')],
    });
    const services = subnet('services', 'vpc', '10.0.2.0/24', { networkAcl: 'services-acl' });
    const network = (groups: Parameters<typeof chain>[0]) =>
      chain({ networkAcls: [denied], subnets: [services], ...groups });
    const securityGroups = [accepts('10.0.0.0/16')];

    expect(reach(network({ securityGroups })).passes).toEqual(TRUE);
    expect(deciding(reach(network({ securityGroups, targetGroups: [preserving] })))).toMatchObject({
      kind: 'network acl',
    });
  });
});

describe('health checks', () => {
  const checked = (said: object) =>
    chain({
      targetGroups: [
        targetGroup('group', 8443, [target('10.0.2.10')], {
          healthCheck: { enabled: TRUE, port: 8080 },
        }),
      ],
      ...said,
    });

  it('must be let in on their own port: nobody may rely on an unhealthy target', () => {
    const unhealthy = reach(checked({}));

    expect(unhealthy).toMatchObject({ passes: FALSE, leaks: TRUE });
    expect(deciding(unhealthy)).toMatchObject({ kind: 'target group', rule: 'health check' });
    expect(unhealthy.leakingHops.every(({ effect }) => effect === 'passes')).toBe(true);
  });

  it('pass with a rule of their own', () => {
    const service = securityGroup('service', 'vpc', {
      ingress: [
        allow('from the balancer', 8443, { group: 'balancer' }),
        allow('health', 8080, { group: 'balancer' }),
      ],
    });

    expect(reach(checked({ securityGroups: [service] })).passes).toEqual(TRUE);
  });

  it('come from the load balancer even if the client’s address is preserved', () => {
    const service = securityGroup('service', 'vpc', {
      ingress: [allow('clients', 8443, '10.0.0.0/24')],
    });
    const group = targetGroup('group', 8443, [target('10.0.2.10')], {
      preservesClientAddress: TRUE,
    });

    expect(reach(chain({ securityGroups: [service], targetGroups: [group] }))).toMatchObject({
      passes: FALSE,
      leaks: TRUE,
    });
  });
});

describe('rules of an ALB', () => {
  const forwards = rule('rule', ['group'], {
    priority: 10,
    conditions: { hosts: ['orders.example.com'], paths: ['/orders/*'], methods: ['GET', 'POST'] },
  });
  const behind = (...rules: ReturnType<typeof rule>[]) =>
    chain({
      loadBalancers: [
        loadBalancer('nlb', {
          kind: 'application',
          listeners: [listener('nlb:443', 443, [], { protocol: 'HTTPS', rules })],
        }),
      ],
      targetGroups: [targetGroup('group', 8443, [target('10.0.2.10')], { protocol: 'HTTPS' })],
    });
  const otherwise = rule('default', []);

  it.each<[HttpRequest, boolean]>([
    [{}, true],
    [{ path: '/orders/1' }, true],
    [{ path: '/orders/1', method: 'POST' }, true],
    [{ path: '/orders' }, false],
    [{ path: '/Orders/1' }, false],
    [{ path: '/orders/1', method: 'DELETE' }, false],
  ])('take %j: %s', (http, value) => {
    expect(reach(behind(forwards, otherwise), { http }).passes).toEqual({ value });
  });

  it('are asked by priority: one before may take all requests', () => {
    const before = rule('before', [], { priority: 1, conditions: { paths: ['/orders/*', '/x'] } });
    const narrow = rule('before', [], { priority: 1, conditions: { paths: ['/orders/internal'] } });
    const after = rule('after', [], { priority: 20, conditions: {} });

    expect(reach(behind(before, forwards, otherwise)).passes).toEqual(FALSE);
    expect(reach(behind(narrow, forwards, otherwise)).passes).toEqual(TRUE);
    expect(reach(behind(forwards, after, otherwise)).passes).toEqual(TRUE);
    expect(
      reach(behind(narrow, forwards, otherwise), { http: { path: '/orders/internal' } }).passes,
    ).toEqual(FALSE);
  });

  it('are unknown for want of a priority that matters', () => {
    const before = rule('before', [], {
      priority: { unknown: 'var.priority' },
      conditions: { paths: ['/orders/*'] },
    });

    expect(reach(behind(before, forwards, otherwise)).passes).toEqual(unknownFor('var.priority'));
  });

  it('tell clients by their address', () => {
    const from = (source: string) =>
      rule('rule', ['group'], { priority: 1, conditions: { sources: [source] } });

    expect(reach(behind(from('10.0.0.0/24'), otherwise)).passes).toEqual(TRUE);
    expect(reach(behind(from('10.9.0.0/24'), otherwise)).passes).toEqual(FALSE);
  });

  it('may ask for an identity, and the listener for a certificate', () => {
    const rules = [rule('default', ['group'], { authentication: ['jwt-validation'] })];
    const mutualTls = { mode: 'verify', trustStore: 'trust' };
    const balancer = loadBalancer('nlb', {
      kind: 'application',
      listeners: [listener('nlb:443', 443, [], { protocol: 'HTTPS', rules, mutualTls })],
    });
    const network = chain({
      loadBalancers: [balancer],
      targetGroups: [targetGroup('group', 8443, [target('10.0.2.10')], { protocol: 'HTTPS' })],
    });

    expect(reach(network).passes).toEqual(
      unknownFor('answer of jwt-validation at default', 'client certificate for nlb:443'),
    );
    expect(reach(network, { authorized: true }).passes).toEqual(TRUE);
  });
});

describe('targets', () => {
  it('may be an ALB, behind which are others', () => {
    const network = chain({
      interfaces: [
        interfaceOf('alb', 'balancers', '10.0.1.20', {
          kind: 'load balancer',
          groups: ['balancer'],
        }),
      ],
      loadBalancers: [
        loadBalancer('nlb', { listeners: [listener('nlb:443', 443, ['albs'])] }),
        loadBalancer('alb', {
          kind: 'application',
          listeners: [listener('alb:443', 443, ['group'], { protocol: 'HTTPS' })],
        }),
      ],
      securityGroups: [
        securityGroup('balancer', 'vpc', {
          ingress: [
            allow('from callers', 443, { group: 'callers' }),
            allow('itself', 443, { group: 'balancer' }),
          ],
        }),
      ],
      targetGroups: [
        targetGroup('albs', 443, [target('alb')], { kind: 'alb' }),
        targetGroup('group', 8443, [target('10.0.2.10')], { protocol: 'HTTPS' }),
      ],
    });

    expect(reach(network, { via: ['nlb'] })).toMatchObject({ passes: TRUE, via: ['nlb', 'alb'] });
    expect(reach(network, { via: ['alb'] })).toMatchObject({ passes: TRUE, via: ['alb'] });
  });

  it('may be a function, which must permit it', () => {
    const network = chain({
      workloads: [workload('fn', 'function')],
      targetGroups: [targetGroup('group', 0, [target('fn')], { kind: 'lambda', port: undefined })],
    });
    const said = {
      from: FROM_CALLER,
      to: { kind: 'component', id: 'fn' },
      traffic: ON_8443,
    } as const;
    const asks = jest.fn(() => [answer('function permission', FALSE)]);

    expect(new Reachability(network, gatesWith()).reaches(said).passes).toEqual(TRUE);
    const refused = new Reachability(network, gatesWith({ invokeFunction: asks })).reaches(said);
    expect(deciding(refused)).toMatchObject({ kind: 'function permission' });
    expect(asks).toHaveBeenCalledWith({
      function: 'fn',
      service: 'elasticloadbalancing.amazonaws.com',
      source: 'group',
    });
  });

  it('may be on-prem, from where they see the load balancer', () => {
    const network = chain({
      targetGroups: [targetGroup('group', 8443, [target('192.168.10.20')])],
    });
    const { passes, hops } = new Reachability(network, gatesWith()).reaches({
      from: FROM_CALLER,
      to: { kind: 'on-prem' },
      traffic: ON_8443,
    });

    expect(passes).toEqual(FALSE);
    expect(hops.at(-1)).toMatchObject({ kind: 'route', effect: 'blocks' });
    expect(hops.map(({ component }) => component)).toContain('group');
  });
});
