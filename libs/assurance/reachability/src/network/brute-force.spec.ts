import * as fc from 'fast-check';
import type { Network } from '@culvert/network-model';
import { naiveOutcomes, type NaivePacket } from '../../test/naive-network';
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

function anyProtocol<T>(rule: T): T & { readonly protocol: '-1' } {
  return { ...rule, protocol: '-1' };
}

function mapped<T>(all: ReadonlyMap<string, T>, change: (each: T) => T): ReadonlyMap<string, T> {
  return new Map([...all].map(([id, each]) => [id, change(each)]));
}
