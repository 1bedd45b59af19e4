import { execFileSync } from 'node:child_process';

/** Runs a program of the machine and gives what it prints. */
export function run(program: string, args: readonly string[], input = ''): string {
  const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`;
  return execFileSync(program, args, {
    input,
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
    stdio: 'pipe',
  });
}

const TRIED =
  'table inet tried { chain c { type filter hook input priority 0; ct state established accept; }\n}\n';

/** What the machine lacks to build networks in its kernel; nothing when it has it all. */
export function lacks(): readonly string[] {
  const name = `culvert-tried-${process.pid}`;
  try {
    run('ip', ['netns', 'add', name]);
  } catch (error) {
    return [`namespaces (${reasonOf(error)})`];
  }
  try {
    run('ip', ['netns', 'exec', name, 'nft', '-f', '-'], TRIED);
    return [];
  } catch (error) {
    return [`nftables (${reasonOf(error)})`];
  } finally {
    run('ip', ['netns', 'del', name]);
  }
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n').filter(Boolean).at(-1) ?? 'no reason given';
}
