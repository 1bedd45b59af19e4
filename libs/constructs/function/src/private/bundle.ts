import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { AssetType, TerraformAsset } from 'cdktf';
import { Construct } from 'constructs';

/** A function's zip as an asset of the stack, with the hash that Lambda knows it by. */
export class Bundle extends Construct {
  /** Relative to the synthesised stack. */
  public readonly filename: string;
  /** SHA-256 in base64: a plan changes when the code does, and only then. */
  public readonly hash: string;

  public constructor(scope: Construct, id: string, props: { name: string; path: string }) {
    super(scope, id);
    if (!existsSync(props.path)) {
      throw new Error(
        `function "${props.name}" has no bundle at ${props.path}: bundle its app first`,
      );
    }
    this.filename = new TerraformAsset(this, 'zip', {
      path: props.path,
      type: AssetType.FILE,
    }).path;
    this.hash = createHash('sha256').update(readFileSync(props.path)).digest('base64');
  }
}
