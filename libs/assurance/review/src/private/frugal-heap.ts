import { setFlagsFromString } from 'node:v8';

/**
 * Keeps what V8 holds for young objects at the size it starts with. A review makes many objects that live
 * long and few at once, so a larger space would only be held beside them.
 */
export function keepHeapFrugal(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
