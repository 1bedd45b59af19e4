import { devNull } from 'node:os';
import { join } from 'node:path';
import { CannotRunError, messageOf } from '../errors';
import { cacheDirectory } from '../embedded-aws/cache-directory';
import { userCliConfiguration, writeCliConfiguration } from './cli-configuration';
import { hashicorpPlatform } from './platform';
import { findProviderMirror, PROVIDER_RANGE, usualMirrors } from './provider-mirror';
import { fetchProvider, PROVIDER_RELEASE } from './provider-registry';

export interface ProvideAwsProviderProps {
  /** The Terraform that would fetch the provider. */
  readonly terraform: string;
  /** The run's folder, where a CLI configuration is written. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Is told where the provider comes from. */
  readonly note: (text: string) => void;
  /**
   * Where to look for a mirror.
   * @default - Terraform's implied mirrors, `/opt/*` and `/usr/share/*`
   */
  readonly mirrors?: readonly string[];
}

/**
 * Settles where Terraform takes the AWS provider from: as the user's CLI configuration says, else a
 * mirror on this machine, else the registry, once.
 *
 * @returns the CLI configuration to run Terraform with
 * @throws {CannotRunError} listing where it looked
 */
export async function provideAwsProvider(props: ProvideAwsProviderProps): Promise<string> {
  const { environment, folder, note, mirrors = usualMirrors(environment) } = props;
  const user = await userCliConfiguration(environment);
  if (user?.configuresProviders === true) {
    note(`providers as ${user.file} says`);
    return user.file;
  }
  const cache = join(cacheDirectory(environment), 'providers', PROVIDER_RELEASE);
  const places = [...mirrors, cache];
  const platform = hashicorpPlatform();
  let mirror = await findProviderMirror(places, platform);
  if (mirror === undefined) {
    note(`fetching hashicorp/aws ${PROVIDER_RELEASE} from the registry into ${cache}`);
    await fetchInto(cache, user?.file ?? devNull, places, props);
    mirror = { folder: cache, version: PROVIDER_RELEASE };
  }
  note(`hashicorp/aws ${mirror.version} from ${mirror.folder}`);
  const generated = join(folder, 'terraform.tfrc');
  await writeCliConfiguration(generated, mirror.folder);
  return generated;
}

async function fetchInto(
  destination: string,
  cliConfiguration: string,
  places: readonly string[],
  { terraform, environment, signal }: ProvideAwsProviderProps,
): Promise<void> {
  await fetchProvider({ terraform, destination, environment, cliConfiguration, signal }).catch(
    (error) => {
      signal.throwIfAborted();
      throw new CannotRunError(
        [
          `there is no AWS provider (hashicorp/aws ${PROVIDER_RANGE}) to run with; looked in:`,
          ...places.map((place) => `  - ${place}`),
          'and in the registry, where Terraform says:',
          messageOf(error).replace(/^/gm, '    '),
          'let this machine reach registry.terraform.io, or put a mirror made with "terraform providers mirror" into one of these folders, or name one in a CLI configuration (TF_CLI_CONFIG_FILE) with a provider_installation block',
        ].join('\n'),
        { cause: error },
      );
    },
  );
}
