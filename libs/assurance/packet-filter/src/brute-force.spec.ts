import * as fc from 'fast-check';
import type { Packet } from '@culvert/packet-set';
import { aclPasses, groupsPass, naiveRoute } from '../test/naive';
import {
  ADDRESSES,
  anyAddress,
  entriesOf,
  groupsOf,
  known,
  PACKETS,
  RANGES,
  rulesOf,
  valuations,
} from '../test/universe';
import {
  betweenSubnets,
  decideByNetworkAcl,
  decideBySecurityGroups,
  decideRoute,
  type Direction,
  type NetworkAcl,
  networkAclPasses,
  type Passage,
  type Route,
  routed,
  securityGroupsPass,
} from './index';

const direction = fc.constantFrom<Direction[]>('ingress', 'egress');
const aclOf = (address: typeof anyAddress) =>
  fc.record({ ingress: entriesOf(address), egress: entriesOf(address) });

/** True and false must be so for every value of the unknowns. */
function expectSound<T>(passage: Passage, rules: T, holds: (rules: T, packet: Packet) => boolean) {
  const all = valuations(rules);
  for (const packet of PACKETS) {
    const outcomes = new Set(all.map((each) => holds(each, packet)));
    const { value } = passage.passes(packet);

    expect(value === 'unknown' || [...outcomes].every((each) => each === value)).toBe(true);
    expect(passage.surely.contains(packet)).toBe(value === true);
    expect(passage.perhaps.contains(packet)).toBe(value !== false);
  }
  expect(passage.surely.isSubsetOf(passage.perhaps)).toBe(true);
  expect(passage.missing.length > 0).toBe(!passage.surely.equals(passage.perhaps));
}

describe('filters, held against one packet at a time', () => {
  it('passes what security groups do', () => {
    fc.assert(
      fc.property(groupsOf(known), direction, (groups, way) => {
        for (const packet of PACKETS) {
          const { passes } = decideBySecurityGroups(groups, way, packet);

          expect(passes.value).toBe(groupsPass(groups, way, packet));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('passes what network ACLs do', () => {
    fc.assert(
      fc.property(aclOf(known), direction, (acl, way) => {
        const passage = networkAclPasses(acl, way);
        for (const packet of PACKETS) {
          expect(passage.passes(packet).value).toBe(aclPasses(acl, way, packet));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('decides security groups whatever the unknown values are, or not at all', () => {
    fc.assert(
      fc.property(groupsOf(anyAddress), direction, (groups, way) => {
        expectSound(securityGroupsPass(groups, way), groups, (each, packet) =>
          groupsPass(each, way, packet),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('decides network ACLs whatever the unknown values are, or not at all', () => {
    fc.assert(
      fc.property(aclOf(anyAddress), direction, (acl, way) => {
        expectSound(networkAclPasses(acl, way), acl, (each, packet) =>
          aclPasses(each, way, packet),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('passes what is let through between subnets, and back', () => {
    const reply = ({ source, destination, sourcePort, destinationPort, ...rest }: Packet) => ({
      ...rest,
      source: destination,
      destination: source,
      ...(rest.protocol === 'tcp'
        ? { sourcePort: destinationPort, destinationPort: sourcePort }
        : { icmpType: 0 }),
    });
    fc.assert(
      fc.property(aclOf(anyAddress), aclOf(anyAddress), (one, other) => {
        const passage = betweenSubnets({ id: 'a', acl: one }, { id: 'b', acl: other });
        expectSound(passage, [one, other] as const, ([from, to], packet) => {
          const there = aclPasses(from, 'egress', packet) && aclPasses(to, 'ingress', packet);
          const isAnswered = packet.protocol === 'tcp' || packet.icmpType === 8;
          const back = reply(packet);
          return (
            there &&
            (!isAnswered || (aclPasses(to, 'egress', back) && aclPasses(from, 'ingress', back)))
          );
        });
      }),
      { numRuns: 40 },
    );
  });

  it('routes to the longest prefix', () => {
    const withLength = RANGES.map((range) => (range.includes('/') ? range : `${range}/32`));
    const destinations = fc.uniqueArray(fc.constantFrom(...withLength));
    fc.assert(
      fc.property(destinations, (all) => {
        const routes = all.map((range): Route => ({
          name: range,
          destination: range,
          target: 'x',
        }));
        for (const address of ADDRESSES) {
          const { routes: taken, decided } = decideRoute(routes, address);

          expect(decided.value).toBe(true);
          expect(taken).toEqual([naiveRoute(routes, address)]);
        }
      }),
    );
  });

  it('decides routes whatever the unknown values are, or not at all', () => {
    const destinations = fc.uniqueArray(anyAddress, { selector: (each) => JSON.stringify(each) });
    fc.assert(
      fc.property(destinations, (all) => {
        const routes = all.map((destination, index): Route => ({
          name: String(index),
          destination,
          target: 'x',
        }));
        for (const address of ADDRESSES) {
          const { routes: taken, decided } = decideRoute(routes, address);
          const names = taken.map((route) => route?.name);

          expect(decided.value === true).toBe(taken.length === 1);
          for (const each of valuations(routes)) {
            expect(names).toContain(naiveRoute(each, address)?.name);
          }
        }
      }),
    );
  });

  it('takes every address by one route or none, when all is known', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...RANGES)), (all) => {
        const parts = routed(
          all.map((range) => ({ name: range, destination: range, target: 'x' })),
        );
        for (const [index, { surely, perhaps }] of parts.entries()) {
          expect(surely.equals(perhaps)).toBe(true);
          for (const other of parts.slice(index + 1)) {
            expect(surely.intersection(other.surely).isEmpty).toBe(true);
          }
        }
      }),
    );
  });
});

describe('monotonicity', () => {
  const grows = (less: Passage, more: Passage) =>
    less.surely.isSubsetOf(more.surely) && less.perhaps.isSubsetOf(more.perhaps);
  const same = (one: Passage, other: Passage) => grows(one, other) && grows(other, one);

  it('never shrinks by another rule of a security group, in whatever order', () => {
    fc.assert(
      fc.property(rulesOf(anyAddress), rulesOf(anyAddress), (some, others) => {
        const pass = (ingress: typeof some) =>
          securityGroupsPass([{ ingress, egress: [] }], 'ingress');

        expect(grows(pass(some), pass([...some, ...others]))).toBe(true);
        expect(same(pass([...others, ...some]), pass([...some, ...others]))).toBe(true);
      }),
    );
  });

  it('never shrinks by an allowing entry and never grows by a denying one, in whatever order', () => {
    const entries = entriesOf(anyAddress).filter((all) => all.length > 0);
    fc.assert(
      fc.property(entries, ([entry, ...rest]) => {
        const pass = (...ingress: NetworkAcl['ingress']) =>
          networkAclPasses({ ingress, egress: [] }, 'ingress');
        const all = entry ? [entry, ...rest] : rest;
        const [without, within] = [pass(...rest), pass(...all)];

        expect(entry?.action === 'allow' ? grows(without, within) : grows(within, without)).toBe(
          true,
        );
        expect(same(within, pass(...all.reverse()))).toBe(true);
      }),
    );
  });

  it('decides by an entry that is there', () => {
    fc.assert(
      fc.property(aclOf(anyAddress), fc.constantFrom(...PACKETS), (acl, packet) => {
        const { rules } = decideByNetworkAcl(acl, 'ingress', packet);
        const names = [...acl.ingress.map(({ name }) => name), '*'];

        expect(rules.length).toBeGreaterThan(0);
        expect(names).toEqual(expect.arrayContaining([...rules]));
      }),
    );
  });
});
