import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Lets go of memory now. After a large document is read most of the heap is garbage, and V8, which sizes
 * its heap by what it held last, would keep all of it until the end.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
