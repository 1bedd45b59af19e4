import { parseArgs } from 'node:util';
import type { Estate } from './estate';
import { EstateError } from './estate-error';
import { loadEstate } from './load-estate';

/**
 * The estate that the caller of this process picked: with `--estate <name>`, else with
 * `CULVERT_ESTATE`, else `lab`. A wrong one ends the process with exit code 2 and the mistakes on
 * stderr.
 */
export function estateFromEnvironment({ directory }: { directory: string }): Estate {
  try {
    return loadEstate({ name: pickedName(), directory });
  } catch (error) {
    if (!(error instanceof EstateError)) {
      throw error;
    }
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

function pickedName(): string {
  const { estate } = parseArgs({ strict: false, options: { estate: { type: 'string' } } }).values;
  if (estate !== undefined) {
    return typeof estate === 'string' ? estate : '';
  }
  return process.env['CULVERT_ESTATE'] || 'lab';
}
