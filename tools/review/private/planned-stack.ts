import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EmbeddedTerraform, type ReviewFiles, reviewFilesOf } from '@culvert/lab';
import { workspaceRoot } from '../../test/run-script';
import { Documents, type Plan } from './documents';

const LOCAL_BACKEND = { terraform: { backend: { local: { path: 'terraform.tfstate' } } } };

/** A stack's plan, the configuration that it was made of, and what is declared about it. */
export interface PlannedStack {
  readonly name: string;
  readonly plan: string;
  readonly configuration: string;
  readonly declared: ReviewFiles;
  readonly documents: Documents;
}

/** Plans a stack as it was synthesised last, in a folder of its own. */
export async function planStack(
  name: string,
  folder: string,
  terraform: EmbeddedTerraform,
): Promise<PlannedStack> {
  const declared = reviewFilesOf(workspaceRoot, name, process.env['CULVERT_ESTATE'] || 'lab');
  if (declared === undefined) throw new Error(`stacks/${name} has no flows.yaml`);
  const directory = join(folder, name);
  mkdirSync(directory);
  const synthesised = join(workspaceRoot, 'stacks', name, 'cdktf.out', 'stacks', name);
  cpSync(synthesised, directory, { recursive: true });
  writeFileSync(join(directory, 'backend_override.tf.json'), JSON.stringify(LOCAL_BACKEND));
  const here = terraform.in(directory);
  await here.run(['init', '-no-color', '-input=false']);
  await here.run(['plan', '-no-color', '-input=false', '-out=plan']);
  const plan = join(directory, 'plan.json');
  const shown = await here.show<Plan>('plan');
  writeFileSync(plan, JSON.stringify(shown));
  const configuration = join(directory, 'cdk.tf.json');
  const documents = new Documents(shown, JSON.parse(readFileSync(configuration, 'utf8')));
  return { name, plan, configuration, declared, documents };
}
