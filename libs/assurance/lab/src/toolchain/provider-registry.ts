import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../processes';
import { baseEnvironment } from '../terraform/environment';

/** The version that is fetched when no mirror has one. */
export const PROVIDER_RELEASE = '5.100.0';

export interface FetchProviderProps {
  /** The Terraform that fetches, and verifies HashiCorp's signature. */
  readonly terraform: string;
  /** The mirror that the provider is put into. */
  readonly destination: string;
  readonly environment: NodeJS.ProcessEnv;
  /** The CLI configuration to fetch with, which may name credentials or another source. */
  readonly cliConfiguration: string;
  readonly signal: AbortSignal;
}

/**
 * Fetches the pinned AWS provider, unpacked, so that a later `init` links it instead of copying
 * hundreds of megabytes. The destination is whole or absent.
 *
 * @throws with Terraform's own error
 */
export async function fetchProvider(props: FetchProviderProps): Promise<void> {
  const parent = join(props.destination, '..');
  await mkdir(parent, { recursive: true });
  const staging = await mkdtemp(join(parent, 'fetching-'));
  try {
    const aws = { source: 'hashicorp/aws', version: PROVIDER_RELEASE };
    await writeFile(
      join(staging, 'provider.tf.json'),
      JSON.stringify({ terraform: { required_providers: { aws } } }),
    );
    const { exitCode, stderr } = await run(props.terraform, ['init', '-no-color'], {
      cwd: staging,
      environment: {
        ...baseEnvironment(props.environment, staging),
        TF_CLI_CONFIG_FILE: props.cliConfiguration,
      },
      signal: props.signal,
    });
    if (exitCode !== 0) throw new Error(stderr.trim());
    await rename(join(staging, '.terraform', 'providers'), props.destination).catch(unlessThere);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Another run was faster. */
function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}
