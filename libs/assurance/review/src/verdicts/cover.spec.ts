import { AddressSet } from '@culvert/packet-set';
import type { Reach, Reacher } from '@culvert/reachability';
import { TRUE } from '@culvert/symbolic';
import type { NetworkIndex } from '../ends/network-index';
import { NOBODY, type Scope } from '../ends/scope';
import { uncovered } from './cover';

const INDEX = {
  withId: (id: string) => ({ component: { name: `aws_instance.${id}` } }),
  interfacesOf: (owner: string) => (owner === 'grouped' ? [{ groups: ['callers'] }] : []),
} as unknown as NetworkIndex;

const reach = (from: Partial<Reacher>, via: readonly string[] = []): Reach => ({
  from: {
    kind: 'interfaces',
    label: 'them',
    owners: [],
    groups: [],
    addresses: AddressSet.NONE,
    ...from,
  },
  traffic: { protocol: 'tcp', ports: [443] },
  passes: TRUE,
  leaks: TRUE,
  hops: [],
  leakingHops: [],
  via,
});
const rest = (from: Partial<Reacher>, scope: Partial<Scope>, via?: readonly string[]) =>
  uncovered(reach(from, via), { ...NOBODY, ...scope }, INDEX);

describe('uncovered', () => {
  it.each<[string, Partial<Reacher>, Partial<Scope>]>([
    ['all of its components', { owners: ['a', 'b'] }, { components: ['b', 'a'] }],
    ['a group that all have', { owners: ['a'], groups: ['callers'] }, { groups: ['callers'] }],
    ['its subnet', { subnet: 'subnet-a' }, { subnets: ['subnet-a'] }],
    ['its VPC', { vpc: 'vpc-a', subnet: 'subnet-a' }, { vpcs: ['vpc-a'] }],
    ['its account', { account: '111111111111' }, { accounts: ['111111111111'] }],
    ['the internet', { kind: 'internet', addresses: AddressSet.ALL }, { zones: ['internet'] }],
    [
      'components and groups',
      { owners: ['a', 'grouped'] },
      { components: ['a'], groups: ['callers'] },
    ],
    [
      'a wider range',
      { kind: 'on-prem', addresses: AddressSet.of('10.1.0.0/16') },
      { addresses: AddressSet.of('10.0.0.0/8') },
    ],
  ])('is nobody when %s may', (_title, from, scope) => {
    expect(rest(from, scope)).toBeUndefined();
  });

  it('is nobody when the way leads through a component that may', () => {
    expect(rest({ kind: 'internet' }, { components: ['lb'] }, ['lb'])).toBeUndefined();
  });

  it.each<[string, Partial<Reacher>, Partial<Scope>, string]>([
    ['nobody', { owners: ['a'] }, {}, 'them'],
    ['some of the components', { owners: ['a', 'b'] }, { components: ['a'] }, 'aws_instance.b'],
    [
      'some of the addresses',
      { kind: 'on-prem', addresses: AddressSet.of('10.0.0.0/15') },
      { addresses: AddressSet.of('10.0.0.0/16') },
      'them (10.1.0.0/16)',
    ],
    ['on-prem only', { kind: 'internet' }, { zones: ['on-prem'] }, 'them'],
    [
      'a symbol of the same name as an account',
      { account: { unknown: '1' } },
      { accounts: ['1'] },
      'them',
    ],
  ])('names the rest when %s may', (_title, from, scope, text) => {
    expect(rest(from, scope)).toBe(text);
  });
});
