import type { DnsRecord, HostedZone, Network, ResolverRule } from '@culvert/network-model';
import { FALSE, TRUE, unknownFor } from '@culvert/symbolic';
import { chain } from '../../test/chain';
import { component } from '../../test/network';
import { deciding, gatesWith } from '../../test/relays';
import { Reachability, type Request } from '../index';

const NLB = 'nlb.elb.eu-central-1.amazonaws.com';

function record(domain: string, ...values: DnsRecord['values']): DnsRecord {
  return { name: `record ${domain}`, domain, type: 'A', values };
}

function zone(domain: string, vpcs: HostedZone['vpcs'], ...records: DnsRecord[]): HostedZone {
  return { ...component(`zone ${domain} ${String(vpcs)}`), domain, vpcs, records, missing: [] };
}

function rule(domain: string, kind = 'FORWARD'): ResolverRule {
  return { ...component(`rule ${domain}`), domain, kind, vpcs: ['vpc'], servers: ['192.168.0.2'] };
}

function ask(said: Parameters<typeof chain>[0], host: string, from: Request['from'] = CALLER) {
  const network: Network = chain(said);
  return new Reachability(network, gatesWith()).reaches({
    from,
    to: { kind: 'component', id: 'nlb' },
    traffic: { protocol: 'tcp', ports: [443] },
    http: { host },
  });
}

const CALLER = { kind: 'component', id: 'caller' } as const;

describe('a name that is asked for', () => {
  it.each<[string, HostedZone[], boolean]>([
    [
      'a private zone of the VPC',
      [zone('example.com', ['vpc'], record('a.example.com', NLB))],
      true,
    ],
    [
      'a private zone of another VPC',
      [zone('example.com', ['other'], record('a.example.com', NLB))],
      false,
    ],
    ['an address', [zone('example.com', ['vpc'], record('a.example.com', '10.0.1.10'))], true],
    [
      'another address',
      [zone('example.com', ['vpc'], record('a.example.com', '10.0.1.11'))],
      false,
    ],
    ['a wildcard', [zone('example.com', ['vpc'], record('*.example.com', NLB))], true],
    ['no record', [zone('example.com', ['vpc'], record('b.example.com', NLB))], false],
    [
      'a dualstack alias',
      [zone('example.com', ['vpc'], record('a.example.com', `dualstack.${NLB}`))],
      true,
    ],
    [
      'a longer zone',
      [zone('example.com', ['vpc'], record('a.example.com', NLB)), zone('a.example.com', ['vpc'])],
      false,
    ],
    [
      'a chain of names',
      [
        zone(
          'example.com',
          ['vpc'],
          record('a.example.com', 'b.example.com'),
          record('b.example.com', 'c.example.org'),
        ),
        zone('example.org', ['vpc'], record('c.example.org', NLB)),
      ],
      true,
    ],
    [
      'a chain without an end',
      [
        zone(
          'example.com',
          ['vpc'],
          record('a.example.com', 'b.example.com'),
          record('b.example.com', 'a.example.com'),
        ),
      ],
      false,
    ],
    [
      'a private zone rather than a public one',
      [zone('example.com', ['vpc']), zone('example.com', undefined, record('a.example.com', NLB))],
      false,
    ],
    ['a public zone', [zone('example.com', undefined, record('a.example.com', NLB))], true],
  ])('is answered by %s', (_, hostedZones, passes) => {
    const { passes: truth } = ask({ hostedZones }, 'a.example.com');

    expect(truth.value === 'unknown' ? false : truth.value).toBe(passes);
  });

  it('says what answers, and where it leads instead', () => {
    const hostedZones = [zone('example.com', ['vpc'], record('a.example.com', '10.0.1.11'))];

    expect(deciding(ask({ hostedZones }, 'A.example.com'))).toMatchObject({
      kind: 'dns',
      component: 'zone example.com vpc',
      rule: 'record a.example.com',
      detail: 'A.example.com leads to 10.0.1.11, which is not nlb',
    });
  });

  it('is unknown where others answer', () => {
    const doubt = unknownFor('answer of rule example.com for a.example.com');
    const own = zone('example.com', ['vpc'], record('a.example.com', NLB));

    expect(ask({ resolverRules: [rule('example.com')] }, 'a.example.com').passes).toEqual(doubt);
    expect(
      ask({ resolverRules: [rule('example.com')], hostedZones: [own] }, 'a.example.com').passes,
    ).toEqual(doubt);
    expect(
      ask({ resolverRules: [rule('com')], hostedZones: [own] }, 'a.example.com').passes,
    ).toEqual(TRUE);
    expect(
      ask({ resolverRules: [rule('example.com', 'SYSTEM')], hostedZones: [own] }, 'a.example.com')
        .passes,
    ).toEqual(TRUE);
    expect(ask({}, 'www.example.net').passes).toEqual(unknownFor('public DNS of www.example.net'));
    expect(ask({}, 'a.example.com', { kind: 'on-prem' }).passes.value).not.toBe(true);
  });

  it('leads to what a symbol is an attribute of', () => {
    const hostedZones = [
      zone('example.com', ['vpc'], record('a.example.com', { unknown: 'nlb.dns_name' })),
    ];

    expect(ask({ hostedZones }, 'a.example.com').passes).toEqual(TRUE);
  });

  it('is a load balancer’s own', () => {
    expect(ask({}, NLB).passes).toEqual(TRUE);
    expect(ask({}, 'other.elb.eu-central-1.amazonaws.com').passes).toEqual(FALSE);
  });
});
