import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What `cdktf synth` would leave, of one stack whose resources need no provider to be fetched. */
export class Synthesised {
  public readonly folder = mkdtempSync(join(tmpdir(), 'culvert-tools-'));
  public readonly directory = join(this.folder, 'cdktf.out');
  public readonly stateFile = join(this.folder, 'orders.tfstate');

  /** Synthesises the stack `orders` with these inputs of its resources, by name. */
  public orders(inputs: Readonly<Record<string, string>>, stateFile = this.stateFile): void {
    const stack = join(this.directory, 'stacks/orders');
    mkdirSync(stack, { recursive: true });
    const resources = Object.entries(inputs).map(([name, input]) => [name, { input }]);
    writeFileSync(
      join(stack, 'cdk.tf.json'),
      JSON.stringify({
        terraform: { backend: { local: { path: stateFile } } },
        resource: { terraform_data: Object.fromEntries(resources) },
      }),
    );
  }

  /** Options that make a script work on this output, and in a folder of its own. */
  public options(out: string): string[] {
    return ['--synthesised', this.directory, '--out', join(this.folder, out)];
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
