import { access, constants } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { gte, valid } from 'semver';
import { CannotRunError, messageOf } from '../errors';
import { run } from '../processes';
import { baseEnvironment } from '../terraform/environment';
import { cacheDirectory } from '../embedded-aws/cache-directory';
import { hashicorpPlatform } from './platform';
import {
  type Checksums,
  fetchTerraform,
  TERRAFORM_CHECKSUMS,
  TERRAFORM_RELEASE,
} from './terraform-release';

/** The lowest Terraform that has write-only arguments and S3 native locking. */
export const TERRAFORM_MINIMUM = '1.11.0';

export interface TerraformExecutable {
  readonly path: string;
  readonly version: string;
}

export interface FindTerraformProps {
  /** The user's environment: `PATH`, `XDG_CACHE_HOME` and `CULVERT_TERRAFORM_MIRROR` are read. */
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Is told what was passed over and what is fetched. */
  readonly note: (text: string) => void;
  /** @default - the pinned sums of HashiCorp's release */
  readonly checksums?: Checksums;
}

/**
 * Finds a Terraform: the first on the PATH that is new enough, else the pinned release, fetched once.
 *
 * @throws {CannotRunError} listing what was tried
 */
export async function findTerraform(props: FindTerraformProps): Promise<TerraformExecutable> {
  const tried: string[] = [];
  for (const path of await onPath(props.environment['PATH'] ?? '')) {
    const version = await versionOf(path, props);
    if (version !== null && gte(version, TERRAFORM_MINIMUM)) return { path, version };
    tried.push(`${path} is ${version ?? 'broken'}, needed is ${TERRAFORM_MINIMUM} or later`);
  }
  if (tried.length === 0) tried.push('no terraform on the PATH');
  return fetched(props, tried);
}

async function fetched(props: FindTerraformProps, tried: string[]): Promise<TerraformExecutable> {
  const { environment, signal, checksums = TERRAFORM_CHECKSUMS } = props;
  const destination = join(
    cacheDirectory(environment),
    'terraform',
    TERRAFORM_RELEASE,
    'terraform',
  );
  if (!(await isExecutable(destination))) {
    const mirror = environment['CULVERT_TERRAFORM_MIRROR'] ?? 'https://releases.hashicorp.com';
    props.note(`${tried.join('; ')}: fetching Terraform ${TERRAFORM_RELEASE} from ${mirror}`);
    const platform = hashicorpPlatform();
    await fetchTerraform({ mirror, platform, destination, checksums, signal }).catch((error) => {
      signal.throwIfAborted();
      throw new CannotRunError(
        [
          'there is no Terraform to run with:',
          ...[...tried, messageOf(error)].map((reason) => `  - ${reason}`),
          `install Terraform ${TERRAFORM_MINIMUM} or later on the PATH, or set CULVERT_TERRAFORM_MIRROR to a copy of https://releases.hashicorp.com that this machine can reach`,
        ].join('\n'),
        { cause: error },
      );
    });
  }
  return { path: destination, version: TERRAFORM_RELEASE };
}

async function onPath(path: string): Promise<string[]> {
  const candidates = path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, 'terraform'));
  const executable = await Promise.all(candidates.map(isExecutable));
  return [...new Set(candidates.filter((_, index) => executable[index]))];
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function versionOf(path: string, props: FindTerraformProps): Promise<string | null> {
  const environment = baseEnvironment(props.environment, tmpdir());
  try {
    const options = { cwd: tmpdir(), environment, signal: props.signal };
    const { stdout } = await run(path, ['version', '-json'], options);
    return valid((JSON.parse(stdout) as { terraform_version?: string }).terraform_version);
  } catch {
    props.signal.throwIfAborted();
    return null;
  }
}
