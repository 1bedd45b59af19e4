import type { Network } from '@culvert/network-model';
import { FALSE, TRUE, unknownFor } from '@culvert/symbolic';
import { allow, securityGroup, subnet } from '../../test/network';
import { privateLink } from '../../test/provider';
import {
  deciding,
  endpoint,
  endpointService,
  gatesWith,
  listener,
  loadBalancer,
  target,
  targetGroup,
} from '../../test/relays';
import { type Gates, Reachability } from '../index';

function reach(network: Network, gates: Partial<Gates> = {}, to = 'app', port = 8443) {
  return new Reachability(network, gatesWith(gates)).reaches({
    from: { kind: 'component', id: 'caller' },
    to: { kind: 'component', id: to },
    traffic: { protocol: 'tcp', ports: [port] },
  });
}

const balancer = (said: object) =>
  loadBalancer('nlb', {
    vpc: 'provider',
    listeners: [listener('nlb:443', 443, ['group'])],
    ...said,
  });
const blockingClients = securityGroup('balancer', 'provider', {
  ingress: [allow('others', 443, '10.7.0.0/16')],
});

describe('a way through PrivateLink', () => {
  it('leads from the endpoint through the NLB to its target', () => {
    expect(reach(privateLink())).toMatchObject({ passes: TRUE, via: ['vpce', 'service', 'nlb'] });
    expect(reach(privateLink(), {}, 'nlb', 443)).toMatchObject({ passes: TRUE });
  });

  it('is blocked by the endpoint’s groups', () => {
    const group = securityGroup('endpoints', 'vpc', { ingress: [allow('x', 443, '10.0.9.0/24')] });
    const blocked = reach(privateLink({ securityGroups: [group] }));

    expect(blocked).toMatchObject({ passes: FALSE, leaks: FALSE });
    expect(deciding(blocked)).toMatchObject({ kind: 'security group', component: 'endpoints' });
  });

  it.each([
    [FALSE, FALSE],
    [unknownFor('accepted'), unknownFor('accepted')],
  ])('needs the endpoint to be accepted: %j', (accepted, passes) => {
    const said = endpoint('vpce', { endpointService: 'service' }, { accepted });
    const asked = reach(privateLink({ endpoints: [said] }));

    expect(asked.passes).toEqual(passes);
    expect(deciding(asked)).toMatchObject({ kind: 'endpoint', component: 'vpce' });
  });

  it('needs a principal that is allowed', () => {
    const mayConnect = jest.fn(
      () =>
        [
          { gate: 'resource policy', passes: FALSE, component: 'service', detail: 'not it' },
        ] as const,
    );

    expect(deciding(reach(privateLink(), { mayConnect }))).toMatchObject({ detail: 'not it' });
    expect(mayConnect).toHaveBeenCalledWith('vpce', 'service');
  });

  it('needs a zone in common, by the ids of zones between accounts', () => {
    const service = (...zones: string[]) => endpointService('service', ['nlb'], { zones });
    const inZone = (zone: string) => subnet('clients', 'vpc', '10.0.0.0/24', { zone });
    const ask = (zone: string, ...zones: string[]) =>
      reach(privateLink({ subnets: [inZone(zone)], endpointServices: [service(...zones)] }));

    expect(ask('euc1-az1', 'euc1-az2', 'euc1-az1').passes).toEqual(TRUE);
    expect(deciding(ask('euc1-az1', 'euc1-az2'))).toMatchObject({ kind: 'endpoint service' });
    expect(ask('euc1-az1').passes).toEqual(unknownFor('zones that service and vpce share'));
  });

  it('lets the NLB’s groups look at the client’s private address, if they are enforced', () => {
    const securityGroups = [blockingClients];
    const off = [balancer({ enforcesOnPrivateLink: FALSE })];
    const without = [balancer({ hasGroups: false })];
    const doubt = [balancer({ enforcesOnPrivateLink: unknownFor('var.enforce') })];

    expect(deciding(reach(privateLink({ securityGroups })))).toMatchObject({
      kind: 'security group',
      component: 'balancer',
    });
    expect(reach(privateLink({ securityGroups, loadBalancers: off })).passes).toEqual(TRUE);
    expect(reach(privateLink({ securityGroups, loadBalancers: without })).passes).toEqual(TRUE);
    expect(reach(privateLink({ securityGroups, loadBalancers: doubt })).passes).toEqual(
      unknownFor('var.enforce'),
    );
    expect(reach(privateLink({ loadBalancers: doubt })).passes).toEqual(TRUE);
  });

  it('never shows the target the client’s address', () => {
    const group = targetGroup('group', 8443, [target('app')], {
      vpc: 'provider',
      preservesClientAddress: TRUE,
    });

    expect(reach(privateLink({ targetGroups: [group] })).passes).toEqual(TRUE);
  });

  it('needs a listener on the port', () => {
    const blocked = reach(privateLink(), {}, 'nlb', 80);

    expect(blocked).toMatchObject({ passes: FALSE, leaks: FALSE });
    expect(deciding(blocked)?.kind).toMatch(/load balancer|security group/u);
  });
});

describe('who reaches something behind PrivateLink', () => {
  const sources = (network: Network, to = 'app', port = 8443) =>
    new Reachability(network, gatesWith())
      .sources({
        to: { kind: 'component', id: to },
        traffic: { protocol: 'tcp', ports: [port] },
      })
      .map(({ from, via, passes }) => [from.label, via, passes.value]);

  const own = endpointService('service', ['nlb'], {
    principals: ['arn:aws:iam::111122223333:root'],
  });

  it('is the caller through it, not what passes it on', () => {
    expect(sources(privateLink({ endpointServices: [own] }))).toEqual([
      ['caller', ['vpce', 'service', 'nlb'], true],
    ]);
  });

  it.each<[string, Parameters<typeof endpointService>[2], boolean]>([
    ['everybody may connect', { principals: ['*'] }, true],
    ['another account may connect', { principals: ['arn:aws:iam::999999999999:root'] }, true],
    ['its owner must accept', { principals: ['*'], acceptanceRequired: TRUE }, false],
    ['nobody may connect', { principals: [] }, false],
  ])('is whoever makes an endpoint elsewhere, when %s', (_, said, is) => {
    const service = endpointService('service', ['nlb'], said);
    const labels = (more: object = {}) =>
      sources(privateLink({ endpointServices: [service], ...more })).map(([label]) => label);

    expect(labels().includes('VPC endpoints of other accounts')).toBe(is);
    const closed = securityGroup('balancer', 'provider');
    expect(labels({ securityGroups: [closed] })).not.toContain('VPC endpoints of other accounts');
  });

  it('is anything in a subnet that a rule admits by its range', () => {
    const group = securityGroup('endpoints', 'vpc', { ingress: [allow('x', 443, '10.0.0.0/24')] });

    expect(sources(privateLink({ securityGroups: [group] }))).toContainEqual([
      'anything else in clients',
      ['vpce', 'service', 'nlb'],
      true,
    ]);
  });

  it('is whatever has a group that nothing has yet', () => {
    const endpoints = securityGroup('endpoints', 'vpc', {
      ingress: [allow('x', 443, { group: 'others' })],
    });
    const said = { securityGroups: [endpoints, securityGroup('others', 'vpc')] };

    expect(sources(privateLink(said)).map(([label]) => label)).toContain(
      'anything with others in clients',
    );
    expect(sources(privateLink(said)).map(([label]) => label)).not.toContain('caller');
  });
});
