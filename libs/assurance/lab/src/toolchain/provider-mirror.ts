import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { maxSatisfying } from 'semver';

/** The versions of hashicorp/aws that stacks are written for, as npm writes a range. */
export const PROVIDER_RANGE = '>=5.100.0 <7.0.0';

/** Path of the provider in a mirror, in both of Terraform's layouts. */
export const PROVIDER_PATH = join('registry.terraform.io', 'hashicorp', 'aws');

/** A folder that Terraform can install the AWS provider from. */
export interface ProviderMirror {
  readonly folder: string;
  /** The newest version in it that is in {@link PROVIDER_RANGE}. */
  readonly version: string;
}

/**
 * The first folder that holds a fitting AWS provider for the platform, unpacked
 * (`<version>/<platform>/`) or packed (`terraform-provider-aws_<version>_<platform>.zip`).
 *
 * @param places folders; one that ends in `/*` stands for every folder in it
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#filesystem_mirror
 */
export async function findProviderMirror(
  places: readonly string[],
  platform: string,
): Promise<ProviderMirror | undefined> {
  for (const folder of (await Promise.all(places.map(expand))).flat()) {
    const version = maxSatisfying(await versionsIn(folder, platform), PROVIDER_RANGE);
    if (version !== null) return { folder, version };
  }
  return undefined;
}

/**
 * The folders Terraform itself would look in, then whatever lies in `/opt` and `/usr/share`.
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
export function usualMirrors(environment: NodeJS.ProcessEnv): string[] {
  return [...impliedMirrors(environment), '/opt/*', '/usr/share/*'];
}

async function expand(place: string): Promise<string[]> {
  if (!place.endsWith('/*')) return [place];
  const parent = place.slice(0, -2);
  return (await entries(parent)).map((name) => join(parent, name));
}

function impliedMirrors(environment: NodeJS.ProcessEnv): string[] {
  const home = environment['HOME'] ?? homedir();
  if (process.platform === 'darwin') {
    const support = 'Library/Application Support/io.terraform/plugins';
    return [join(home, '.terraform.d/plugins'), join(home, support), join('/', support)];
  }
  const dataHome = environment['XDG_DATA_HOME'] || join(home, '.local/share');
  const dataFolders = environment['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share';
  return [
    join(home, '.terraform.d/plugins'),
    ...[dataHome, ...dataFolders.split(':')].map((data) => join(data, 'terraform/plugins')),
  ];
}

async function versionsIn(folder: string, platform: string): Promise<string[]> {
  const provider = join(folder, PROVIDER_PATH);
  const names = await entries(provider);
  const packed = names.flatMap((name) => {
    const version = name.match(/^terraform-provider-aws_(.+?)_(.+)\.zip$/);
    return version?.[1] !== undefined && version[2] === platform ? [version[1]] : [];
  });
  const unpacked = await Promise.all(
    names.map(async (version) =>
      (await entries(join(provider, version, platform))).some((name) =>
        name.startsWith('terraform-provider-aws'),
      )
        ? [version]
        : [],
    ),
  );
  return [...packed, ...unpacked.flat()];
}

async function entries(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
