import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where things that were fetched are kept between runs: `$XDG_CACHE_HOME/culvert`, or
 * `~/.cache/culvert`.
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function cacheDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  const base = environment['XDG_CACHE_HOME'] || join(environment['HOME'] ?? homedir(), '.cache');
  return join(base, 'culvert');
}
