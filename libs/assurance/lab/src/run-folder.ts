import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder that holds everything a run writes. It goes with the process, however that ends, unless kept. */
export class RunFolder {
  public readonly path = mkdtempSync(join(tmpdir(), 'culvert-lab-'));
  private readonly onExit = () => this.remove();

  public constructor() {
    process.on('exit', this.onExit);
  }

  /** Leaves the folder where it is. */
  public keep(): void {
    process.off('exit', this.onExit);
  }

  public remove(): void {
    process.off('exit', this.onExit);
    rmSync(this.path, { recursive: true, force: true, maxRetries: 3 });
  }
}
