import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export const workspaceRoot = resolve(__dirname, '../..');

/** Runs a script of `tools/ci` at the workspace's root, as a workflow does. */
export function runScript(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve(workspaceRoot, 'tools/ci', name), ...args],
    { cwd: workspaceRoot, encoding: 'utf8', env: { ...process.env, ...env } },
  );
  return { exitCode: status, stdout, stderr };
}
