import { AddressSet } from '@culvert/packet-set';
import { FALSE, TRUE, unknownFor } from '@culvert/symbolic';
import { chain } from '../../test/chain';
import { allow, internetGateway, routeTable, securityGroup, subnet, vpc } from '../../test/network';
import {
  api,
  gatesWith,
  interfaceOf,
  listener,
  loadBalancer,
  target,
  targetGroup,
  vpcLink,
  workload,
} from '../../test/relays';
import { Reachability, type Traffic } from '../index';

const EVERY_PORT: Traffic = { protocol: 'tcp', ports: [{ from: 0, to: 65_535 }] };

function sources(said: Parameters<typeof chain>[0], to = 'app', traffic = EVERY_PORT) {
  return new Reachability(chain(said), gatesWith()).sources({
    to: { kind: 'component', id: to },
    traffic,
  });
}

const labels = (reaches: ReturnType<typeof sources>) => reaches.map(({ from }) => from.label);

describe('who reaches a target', () => {
  it('is nobody but the members of groups that rules name, through what passes it on', () => {
    expect(
      sources({}).map(({ from, via, traffic, passes }) => [from.label, via, traffic.ports, passes]),
    ).toEqual([['caller', ['nlb'], [8443], TRUE]]);
  });

  it('tells the ports that are let in', () => {
    const service = securityGroup('service', 'vpc', {
      ingress: [
        allow('a', 22, { group: 'callers' }),
        allow('b', { from: 8000, to: 8100 }, { group: 'callers' }),
        allow('c', { from: 8050, to: 8200 }, '10.0.0.10/32'),
      ],
    });
    const [first] = sources({ securityGroups: [service] });

    expect(first).toMatchObject({
      from: { kind: 'interfaces', owners: ['caller'], subnet: 'clients', vpc: 'vpc' },
      passes: FALSE,
      leaks: TRUE,
      traffic: {
        protocol: 'tcp',
        ports: [
          { from: 22, to: 22 },
          { from: 8000, to: 8200 },
        ],
      },
    });
  });

  it('is anything in a subnet that a rule admits, but for addresses that are taken', () => {
    const admits = (range: string) => ({
      securityGroups: [
        securityGroup('service', 'vpc', { ingress: [allow('x', 8443, range)] }),
        securityGroup('balancer', 'vpc'),
      ],
    });

    expect(labels(sources(admits('10.0.0.0/24')))).toEqual(['anything else in clients', 'caller']);
    expect(labels(sources(admits('10.0.0.10/32')))).toEqual(['caller']);
    expect(labels(sources(admits('10.0.0.11/32')))).toEqual(['anything else in clients']);
  });

  it('tells interfaces of the same groups apart by their addresses', () => {
    const found = sources({
      interfaces: [interfaceOf('other', 'clients', '10.0.0.11', { groups: ['callers'] })],
      securityGroups: [
        securityGroup('service', 'vpc', { ingress: [allow('x', 8443, '10.0.0.11/32')] }),
        securityGroup('balancer', 'vpc'),
      ],
    });

    expect(found.map(({ from }) => from)).toMatchObject([
      { label: 'other', owners: ['other'], addresses: AddressSet.of('10.0.0.11') },
    ]);
  });

  it('are interfaces of which the subnet is not known, too', () => {
    const lost = interfaceOf('lost', 'clients', '10.0.0.12', {
      groups: ['callers'],
      subnet: { unknown: 'var.subnet' },
    });
    const found = sources({ interfaces: [lost] }, 'nlb').find(({ from }) => from.label === 'lost');

    expect(found?.leaks.value).toBe('unknown');
  });

  it('is the internet where that is let in', () => {
    const found = sources(
      {
        internetGateways: [internetGateway('igw', 'vpc')],
        routeTables: [
          routeTable('vpc-routes', 'vpc', { '10.0.0.0/16': 'local', '0.0.0.0/0': 'igw' }),
        ],
        interfaces: [
          interfaceOf('nlb', 'balancers', '10.0.1.10', {
            kind: 'load balancer',
            groups: ['balancer'],
            isPublic: TRUE,
          }),
        ],
        securityGroups: [
          securityGroup('balancer', 'vpc', { ingress: [allow('x', 443, '0.0.0.0/0')] }),
        ],
      },
      'app',
    );

    expect(labels(found)).toContain('internet');
    expect(found.find(({ from }) => from.kind === 'internet')).toMatchObject({
      via: ['nlb'],
      leaks: TRUE,
    });
  });

  it('is whoever calls an API of which it is not known what it calls', () => {
    const said = {
      apis: [api('open', [], { endpointType: 'REGIONAL', missing: ['open.body'] })],
      vpcLinks: [vpcLink('link', 2)],
      interfaces: [
        interfaceOf('link', 'balancers', '10.0.1.30', { kind: 'vpc link', groups: ['callers'] }),
      ],
      workloads: [workload('fn', 'function')],
    } as const;

    expect(sources(said, 'nlb')).toContainEqual(
      expect.objectContaining({ via: ['open', 'link'], leaks: unknownFor('open.body') }),
    );
    expect(sources(said, 'fn')).toContainEqual(
      expect.objectContaining({ via: ['open'], leaks: unknownFor('open.body') }),
    );
  });
});

describe('what has no ports', () => {
  it('is let in like anything else', () => {
    const service = securityGroup('service', 'vpc', {
      ingress: [
        { name: 'x', protocol: 'icmp', fromPort: -1, toPort: -1, peers: [{ group: 'callers' }] },
      ],
    });
    const icmp = { protocol: 'icmp' } as const;
    const [found] = sources({ securityGroups: [service] }, 'app', icmp);

    expect(found).toMatchObject({ from: { label: 'caller' }, leaks: TRUE, traffic: icmp });
  });
});

describe('components that a way must lead through', () => {
  const said = {
    internetGateways: [internetGateway('igw', 'vpc')],
    routeTables: [routeTable('vpc-routes', 'vpc', { '10.0.0.0/16': 'local', '0.0.0.0/0': 'igw' })],
    interfaces: [
      interfaceOf('caller', 'clients', '10.0.0.10', { groups: ['callers'], isPublic: TRUE }),
    ],
  };
  const through = (...via: string[]) =>
    new Reachability(chain(said), gatesWith()).reaches({
      from: { kind: 'component', id: 'caller' },
      to: { kind: 'internet' },
      traffic: { protocol: 'tcp', ports: [443] },
      via,
    });

  it('may be any that decides', () => {
    expect(through('igw').passes).toEqual(TRUE);
    expect(through('igw', 'clients')).toMatchObject({ passes: FALSE, leaks: FALSE });
    expect(through('nlb').hops.at(-1)?.detail).toContain('no way to internet through nlb');
  });
});

describe('targets of which something is not known', () => {
  const reach = (said: Parameters<typeof chain>[0]) =>
    new Reachability(chain(said), gatesWith()).reaches({
      from: { kind: 'component', id: 'caller' },
      to: { kind: 'component', id: 'app' },
      traffic: { protocol: 'tcp', ports: [8443] },
      via: ['nlb'],
    });

  it('may have the address of a target', () => {
    const app = interfaceOf('app', 'services', '10.0.2.0/24', {
      groups: ['service'],
      placed: false,
    });

    expect(reach({ interfaces: [app] }).passes).toEqual(unknownFor('private addresses of app'));
  });

  it('do not have an address that something else has', () => {
    const app = interfaceOf('app', 'services', '10.0.2.0/24', {
      groups: ['service'],
      placed: false,
    });
    const other = interfaceOf('other', 'services', '10.0.2.10', { groups: ['service'] });

    expect(reach({ interfaces: [app, other] }).leaks).toEqual(FALSE);
  });

  it('have the address in the VPC of the target group only', () => {
    const elsewhere = {
      vpcs: [vpc('twin', '10.0.0.0/16')],
      subnets: [subnet('services', 'twin', '10.0.2.0/24')],
    };

    expect(reach(elsewhere).leaks).toEqual(FALSE);
  });

  it('may be in a group of which not all targets are known', () => {
    const group = targetGroup('group', 8443, [], { missing: ['targets of group'] });
    const said = { targetGroups: [group], workloads: [workload('app', 'instance')] };

    expect(reach(said).passes).toEqual(unknownFor('targets of group'));
    expect(reach({ targetGroups: [group] }).leaks).toEqual(FALSE);
  });

  it('are those of weighted groups, too', () => {
    const balancer = loadBalancer('nlb', { listeners: [listener('l', 443, ['empty', 'group'])] });

    expect(
      reach({
        loadBalancers: [balancer],
        targetGroups: [targetGroup('empty', 80, []), targetGroup('group', 8443, [target('app')])],
      }).passes,
    ).toEqual(TRUE);
  });
});
