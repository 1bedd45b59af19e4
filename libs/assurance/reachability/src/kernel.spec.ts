import * as fc from 'fast-check';
import type { Network } from '@culvert/network-model';
import { Agents, type Attempt } from '../test/kernel/agents';
import { KernelNetwork } from '../test/kernel/kernel-network';
import { lacks } from '../test/kernel/machine';
import { randomHosts } from '../test/kernel/random-hosts';
import { party } from '../test/network';
import { connect } from './index';

const NETWORKS = 8;
const SERVED = [22, 443];
/** Of one client outside the ephemeral ports, and of one in them. */
const SOURCES = [2000, 40_000];

const lacking = lacks();

if (lacking.length > 0) {
  describe('connect', () => {
    it(`COULD NOT BE HELD AGAINST THE KERNEL: this machine lacks ${lacking.join(', ')}`, () => {
      process.stderr.write(
        `connect could not be held against the kernel: this machine lacks ${lacking.join(', ')}\n`,
      );

      expect(lacks()).toEqual(lacking);
    });
  });
} else {
  describe('connect, held against packets in the kernel', () => {
    it(
      'says which connections and datagrams get through',
      async () => {
        const counts = { through: 0, not: 0 };
        const networks = fc.sample(randomHosts, NETWORKS);
        for (const network of networks) {
          const attempts = attemptsIn(network);
          const expected = new Set(
            attempts.filter((each) => passes(network, each)).map(({ id }) => id),
          );
          const came = await tryInKernel(network, attempts, expected);
          const disagreeing = attempts.filter(({ id }) => came.has(id) !== expected.has(id));

          expect({ network: describeNetwork(network, disagreeing), disagreeing }).toEqual({
            network: '',
            disagreeing: [],
          });

          counts.through += expected.size;
          counts.not += attempts.length - expected.size;
        }

        expect(Math.min(counts.through, counts.not)).toBeGreaterThan(NETWORKS);
      },
      NETWORKS * 30_000,
    );
  });
}

function attemptsIn({ interfaces }: Network): readonly Attempt[] {
  const hosts = [...interfaces.values()];
  let next = 0;
  return hosts.flatMap((from) =>
    hosts
      .filter((to) => to !== from)
      .flatMap((to) =>
        (['tcp', 'udp'] as const).flatMap((protocol) =>
          SERVED.flatMap((destinationPort) =>
            SOURCES.map((first): Attempt => {
              next += 1;
              return {
                id: String(next),
                host: from.id,
                protocol,
                source: from.addresses.witness() ?? '',
                destination: to.addresses.witness() ?? '',
                sourcePort: first + next,
                destinationPort,
              };
            }),
          ),
        ),
      ),
  );
}

function passes(network: Network, { protocol, ...attempt }: Attempt): boolean {
  const all = [...network.interfaces.values()];
  const [from, to] = [attempt.source, attempt.destination].map((address) =>
    all.find(({ addresses }) => addresses.contains(address)),
  );
  if (from === undefined || to === undefined) throw new Error('a host is not there');
  const { source, destination, sourcePort, destinationPort } = attempt;
  const { packets } = connect(network, {
    from: party(from),
    to: party(to),
    traffic: { protocol, ports: [destinationPort] },
  });
  const packet = { source, destination, protocol, sourcePort, destinationPort };

  expect(packets.surely.contains(packet)).toBe(packets.perhaps.contains(packet));

  return packets.surely.contains(packet);
}

async function tryInKernel(
  network: Network,
  attempts: readonly Attempt[],
  expected: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const kernel = new KernelNetwork(network);
  try {
    const hosts = [...network.interfaces.values()].map(
      ({ id, addresses }) =>
        [id, { namespace: kernel.host(id), address: addresses.witness() ?? '' }] as const,
    );
    const agents = await Agents.start(new Map(hosts), SERVED);
    try {
      return await agents.tryAll(attempts, expected);
    } finally {
      await agents.stop();
    }
  } finally {
    kernel.remove();
  }
}

/** What is needed to see why they disagree. */
function describeNetwork(network: Network, disagreeing: readonly Attempt[]): string {
  const { routeTables, networkAcls, securityGroups, interfaces } = network;
  const parts = [routeTables, networkAcls, securityGroups, interfaces].flatMap((all) => [
    ...all.values(),
  ]);
  return disagreeing.length === 0 ? '' : JSON.stringify(parts);
}
