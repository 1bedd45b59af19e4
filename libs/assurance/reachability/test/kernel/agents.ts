import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A packet that is sent, and, of TCP, answered. */
export interface Attempt {
  readonly id: string;
  readonly host: string;
  readonly protocol: 'tcp' | 'udp';
  readonly source: string;
  readonly destination: string;
  readonly sourcePort: number;
  readonly destinationPort: number;
}

const AGENT = join(__dirname, 'agent.mjs');

/** A program in each host's namespace, that answers and tries connections. */
export class Agents {
  private readonly running = new Map<string, ChildProcessWithoutNullStreams>();
  private readonly came = new Set<string>();

  /** @param hosts namespace and address of each */
  public static async start(
    hosts: ReadonlyMap<string, { readonly namespace: string; readonly address: string }>,
    ports: readonly number[],
  ): Promise<Agents> {
    const agents = new Agents();
    await Promise.all(
      [...hosts].map(([id, { namespace, address }]) => agents.add(id, namespace, address, ports)),
    );
    return agents;
  }

  /**
   * The ids of those that got there and, of TCP, back: it waits for all that should, and as long as a packet
   * takes for the others.
   */
  public async tryAll(
    attempts: readonly Attempt[],
    expected: ReadonlySet<string>,
  ): Promise<ReadonlySet<string>> {
    for (const attempt of attempts) {
      this.running.get(attempt.host)?.stdin.write(`${JSON.stringify(attempt)}\n`);
    }
    const patience = Date.now() + LONGEST;
    while ([...expected].some((id) => !this.came.has(id)) && Date.now() < patience) {
      await pause(20);
    }
    await pause(SETTLING);
    return this.came;
  }

  public async stop(): Promise<void> {
    const all = [...this.running.values()];
    const ended = all.map((each) => new Promise((resolve) => each.once('close', resolve)));
    for (const each of all) each.stdin.end();
    await Promise.all(ended);
  }

  private add(
    id: string,
    namespace: string,
    address: string,
    ports: readonly number[],
  ): Promise<void> {
    const args = [
      'netns',
      'exec',
      namespace,
      process.execPath,
      AGENT,
      address,
      ...ports.map(String),
    ];
    const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`;
    const child = spawn('ip', args, { env: { ...process.env, PATH: path } });
    this.running.set(id, child);
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => reject(new Error(`the agent of ${id} ended with ${code}`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const { ready, came } = JSON.parse(line) as { ready?: boolean; came?: string };
        if (ready === true) resolve();
        if (came !== undefined) this.came.add(came);
      });
    });
  }
}

const LONGEST = 10_000;
const SETTLING = 400;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
