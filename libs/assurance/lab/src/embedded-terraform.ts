import { type EmbeddedAws, startEmbeddedAws } from './embedded-aws/embedded-aws';
import { RunFolder } from './run-folder';
import { baseEnvironment } from './terraform/environment';
import { Terraform } from './terraform/terraform';
import { provideAwsProvider } from './toolchain/provider';
import { findTerraform } from './toolchain/terraform';

export interface EmbeddedTerraformOptions {
  /** @default process.env */
  readonly environment?: NodeJS.ProcessEnv;
  /** Is told what Terraform and provider there are. @default nobody */
  readonly note?: (text: string) => void;
  /** @default - nothing ends it */
  readonly signal?: AbortSignal;
}

/** The real Terraform and provider on an AWS of their own, for configurations of any origin. */
export interface EmbeddedTerraform {
  readonly aws: EmbeddedAws;
  /** Terraform in a folder, where it writes what it writes. */
  in(folder: string): Terraform;
}

/**
 * Lends an embedded AWS and a Terraform that knows no other.
 *
 * @throws CannotRunError when there is nothing to run with
 */
export async function withEmbeddedTerraform<T>(
  use: (embedded: EmbeddedTerraform) => Promise<T>,
  options: EmbeddedTerraformOptions = {},
): Promise<T> {
  const { environment = process.env, signal = new AbortController().signal } = options;
  const note = options.note ?? (() => undefined);
  const runFolder = new RunFolder();
  const folder = runFolder.path;
  try {
    const { path: executable } = await findTerraform({ environment, signal, note });
    const cliConfiguration = await provideAwsProvider({
      terraform: executable,
      folder,
      environment,
      signal,
      note,
    });
    const aws = await startEmbeddedAws({ environment: { ...environment, TMPDIR: folder }, signal });
    try {
      const variables = {
        ...baseEnvironment(environment, folder),
        ...aws.environment(),
        TF_CLI_CONFIG_FILE: cliConfiguration,
      };
      return await use({
        aws,
        in: (configuration) =>
          new Terraform({ executable, folder: configuration, environment: variables, signal }),
      });
    } finally {
      await aws.stop();
    }
  } finally {
    runFolder.remove();
  }
}
