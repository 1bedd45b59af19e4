import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for what happens in the background, for a while: it is the test that says whether it did. */
export async function eventually(happened: () => boolean): Promise<void> {
  for (let patience = 500; patience > 0 && !happened(); patience -= 1) {
    await sleep(10);
  }
}
