import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedAws } from '../embedded-aws/embedded-aws';
import type { SynthesisedStack } from '../synth';
import { baseEnvironment } from '../terraform/environment';
import { Terraform } from '../terraform/terraform';
import type { StackUnderTest } from './step';

export interface StartOptions {
  /** Path of the Terraform executable. */
  readonly terraform: string;
  /** Terraform's CLI configuration. */
  readonly cliConfiguration: string;
  /** The run's folder, for temporary files. */
  readonly folder: string;
  /** The user's environment. */
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly onLine: (line: string) => void;
}

/** Replaces whatever backend the stack declares, so that no run ever touches a real state. */
const LOCAL_BACKEND = { terraform: { backend: { local: { path: 'terraform.tfstate' } } } };

/** Gives a stack an AWS of its own, and a Terraform that knows no other. */
export async function start(
  stack: SynthesisedStack,
  options: StartOptions,
): Promise<StackUnderTest> {
  const { environment, signal, onLine } = options;
  await writeFile(join(stack.folder, 'lab_override.tf.json'), JSON.stringify(LOCAL_BACKEND));
  const aws = await startEmbeddedAws({
    environment: { ...environment, TMPDIR: options.folder },
    signal,
  });
  const terraform = new Terraform({
    executable: options.terraform,
    folder: stack.folder,
    environment: {
      ...baseEnvironment(environment, options.folder),
      ...aws.environment(),
      TF_CLI_CONFIG_FILE: options.cliConfiguration,
    },
    signal,
    onLine,
  });
  return { name: stack.name, folder: stack.folder, aws, terraform };
}
