import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export const workspaceRoot = resolve(__dirname, '../..');

/** Runs a script of `tools/ci` at the workspace's root, as a workflow does. */
export function runScript(name: string, args: readonly string[], env?: NodeJS.ProcessEnv) {
  return runTool(`ci/${name}`, args, { env });
}

/** Runs a script of `tools`, at the workspace's root unless told otherwise. */
export function runTool(
  script: string,
  args: readonly string[],
  { env, cwd = workspaceRoot }: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve(workspaceRoot, 'tools', script), ...args],
    { cwd, encoding: 'utf8', env: { ...process.env, ...env } },
  );
  return { exitCode: status, stdout, stderr };
}
