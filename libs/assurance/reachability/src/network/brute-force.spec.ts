import * as fc from 'fast-check';
import type { Network } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import { entry } from '../../test/network';
import type { NaivePacket } from '../../test/naive-filters';
import { naiveOutcomes } from '../../test/naive-network';
import {
  DESTINATION_PORTS,
  ends,
  partyOf,
  randomNetwork,
  SOURCE_PORTS,
} from '../../test/random-network';
import { connect, type Party } from '../index';

const RUNS = { numRuns: 150 };

function packetsBetween(from: Party, to: Party): readonly NaivePacket[] {
  return addressesOf(from).flatMap((source) =>
    addressesOf(to).flatMap((destination) =>
      SOURCE_PORTS.flatMap((sourcePort) =>
        DESTINATION_PORTS.map((destinationPort) => ({
          source,
          destination,
          sourcePort,
          destinationPort,
        })),
      ),
    ),
  );
}

function addressesOf(end: Party): readonly string[] {
  const set = end.kind === 'interface' ? end.interface.addresses : end.addresses;
  const first = set.witness() ?? '';
  const [, length = '32'] = (set.ranges()[0] ?? '').split('/');
  const [, start = '', last = '0'] = /^(.*\.)(\d+)$/u.exec(first) ?? [];
  return Array.from(
    { length: 2 ** (32 - Number(length)) },
    (_, at) => `${start}${Number(last) + at}`,
  );
}

/** What the simulation says of the packet: what surely happens, or `unknown`. */
function simulated(network: Network, from: Party, to: Party, packet: NaivePacket, answered = true) {
  const outcomes = new Set(naiveOutcomes(network, from, to, packet, answered));
  return outcomes.size === 1 ? [...outcomes][0] : 'unknown';
}

describe('connect, held against one packet at a time', () => {
  it('says which packets get there and are answered', () => {
    const seen = { true: 0, false: 0, unknown: 0 };
    fc.assert(
      fc.property(randomNetwork, ends, (network, [source, destination]) => {
        const [from, to] = [partyOf(network, source), partyOf(network, destination)];
        const traffic = { protocol: 'tcp', ports: DESTINATION_PORTS } as const;
        const { packets } = connect(network, { from, to, traffic });

        for (const packet of packetsBetween(from, to)) {
          const expected = simulated(network, from, to, packet);
          const full = { ...packet, protocol: 'tcp' as const };
          seen[`${expected ?? 'unknown'}`] += 1;

          expect(packets.surely.contains(full)).toBe(expected === true);
          expect(packets.perhaps.contains(full)).toBe(expected !== false);
        }
      }),
      RUNS,
    );
    // the networks are such that all of it happens
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(100);
  });

  it('says whether all passes, and whether any does', () => {
    fc.assert(
      fc.property(randomNetwork, ends, (network, [source, destination]) => {
        const [from, to] = [partyOf(network, source), partyOf(network, destination)];
        const traffic = { protocol: 'tcp', ports: [443] } as const;
        const { passes, leaks, hops, leakingHops } = connect(network, { from, to, traffic });
        const all = packetsBetween(from, to).filter(
          ({ destinationPort }) => destinationPort === 443,
        );
        const outcome = (test: (port: number) => boolean) =>
          all
            .filter(({ sourcePort }) => test(sourcePort))
            .map((packet) => simulated(network, from, to, packet));
        const needed = outcome((port) => port >= 32_768);
        const linux = outcome((port) => port >= 32_768 && port <= 61_000);
        const any = outcome(() => true);

        expect(passes.value === true).toBe(needed.every((each) => each === true));
        expect(leaks.value).toBe(
          any.includes(true) ? true : any.includes('unknown') ? 'unknown' : false,
        );
        expect(linux.includes(false) && passes.value !== false && !needed.includes(true)).toBe(
          false,
        );
        expect(hops.at(-1)?.effect === 'blocks').toBe(passes.value === false);
        expect(leakingHops.some(({ effect }) => effect === 'blocks')).toBe(false);
        expect(leakingHops.length > 0).toBe(leaks.value !== false);
        expect(hops.every(({ effect }) => effect === 'passes')).toBe(passes.value === true);
      }),
      RUNS,
    );
  });

  it('asks for no reply to a datagram that leaks', () => {
    fc.assert(
      fc.property(randomNetwork, ends, (network, [source, destination]) => {
        const [from, to] = [partyOf(network, source), partyOf(network, destination)];
        const open: Network = {
          ...network,
          networkAcls: mapped(network.networkAcls, ({ acl, ...rest }) => ({
            ...rest,
            acl: { ingress: acl.ingress.map(anyProtocol), egress: acl.egress.map(anyProtocol) },
          })),
          securityGroups: mapped(network.securityGroups, (group) => ({
            ...group,
            ingress: group.ingress.map(anyProtocol),
            egress: group.egress.map(anyProtocol),
          })),
        };
        const { leaks } = connect(open, { from, to, traffic: { protocol: 'udp', ports: [443] } });
        const all = packetsBetween(from, to)
          .filter(({ destinationPort }) => destinationPort === 443)
          .map((packet) => simulated(open, from, to, packet, false));

        expect(leaks.value).toBe(
          all.includes(true) ? true : all.includes('unknown') ? 'unknown' : false,
        );
      }),
      RUNS,
    );
  });
});

describe('connect, when the network changes', () => {
  const traffic = { protocol: 'tcp', ports: DESTINATION_PORTS } as const;
  const packetsIn = (network: Network, [source, destination]: readonly [string, string]) =>
    connect(network, {
      from: partyOf(network, source),
      to: partyOf(network, destination),
      traffic,
    }).packets;
  const withEntry = (network: Network, action: 'allow' | 'deny', range: string): Network => ({
    ...network,
    networkAcls: mapped(network.networkAcls, ({ acl, ...rest }) => ({
      ...rest,
      acl: {
        ingress: [...acl.ingress, entry(100, action, range)],
        egress: [...acl.egress, entry(100, action, range)],
      },
    })),
  });
  const range = fc.constantFrom('10.0.0.0/30', '10.0.1.0/24', '192.168.0.0/24', '0.0.0.0/0');

  it('lets no less through when something more is allowed', () => {
    fc.assert(
      fc.property(randomNetwork, ends, range, (network, between, allowed) => {
        const before = packetsIn(network, between);
        const rule = { name: 'more', protocol: '-1', peers: [allowed] };
        const more = {
          ...withEntry(network, 'allow', allowed),
          securityGroups: mapped(network.securityGroups, (group) => ({
            ...group,
            ingress: [...group.ingress, rule],
            egress: [...group.egress, rule],
          })),
        };
        const after = packetsIn(more, between);

        expect(before.surely.isSubsetOf(after.surely)).toBe(true);
        expect(before.perhaps.isSubsetOf(after.perhaps)).toBe(true);
      }),
      RUNS,
    );
  });

  it('lets no more through when something more is denied', () => {
    fc.assert(
      fc.property(randomNetwork, ends, range, (network, between, denied) => {
        const before = packetsIn(network, between);
        const after = packetsIn(withEntry(network, 'deny', denied), between);

        expect(after.surely.isSubsetOf(before.surely)).toBe(true);
        expect(after.perhaps.isSubsetOf(before.perhaps)).toBe(true);
      }),
      RUNS,
    );
  });

  it('does not mind names and order', () => {
    fc.assert(
      fc.property(randomNetwork, ends, (network, between) => {
        const before = packetsIn(network, between);
        const after = packetsIn(renamed(network), between);

        expect(after.surely.equals(before.surely)).toBe(true);
        expect(after.perhaps.equals(before.perhaps)).toBe(true);
      }),
      RUNS,
    );
  });
});

/** Every component and rule with another name, in the opposite order. */
function renamed(network: Network): Network {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned).reverse();
    if (value === null || typeof value !== 'object' || value instanceof AddressSet) return value;
    if (value instanceof Map) {
      const all: readonly (readonly [unknown, unknown])[] = [...value];
      return new Map(all.map(([id, each]) => [id, turned(each)] as const).reverse());
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        key === 'name' ? `other ${String(each)}` : turned(each),
      ]),
    );
  };
  return turned(network) as Network;
}

function anyProtocol<T>(rule: T): T & { readonly protocol: '-1' } {
  return { ...rule, protocol: '-1' };
}

function mapped<T>(all: ReadonlyMap<string, T>, change: (each: T) => T): ReadonlyMap<string, T> {
  return new Map([...all].map(([id, each]) => [id, change(each)]));
}
