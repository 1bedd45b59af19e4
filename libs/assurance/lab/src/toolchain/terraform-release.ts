import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/** The release that is fetched when there is no Terraform on the PATH. */
export const TERRAFORM_RELEASE = '1.11.4';

/** SHA-256 of the release's archives, by platform. */
export const TERRAFORM_CHECKSUMS: Checksums = {
  linux_amd64: '1ce994251c00281d6845f0f268637ba50c0005657eb3cf096b92f753b42ef4dc',
  linux_arm64: 'a43d1d0da9b9bab214a8305a39db0e40869572594ccf50c416a7756499143633',
  darwin_amd64: 'a56d5002b9f7647291faccc3dd1a70350e60fb61e4c45037629508b8fdc2575b',
  darwin_arm64: '867e0808fa971217043e25b7a792b10720c79b1546f8a68479b74f138be73e18',
};

export type Checksums = Readonly<Record<string, string>>;

export interface FetchTerraformProps {
  /** Base URL that serves `terraform/<version>/terraform_<version>_<platform>.zip`. */
  readonly mirror: string;
  readonly platform: string;
  /** Where the executable is put. */
  readonly destination: string;
  readonly checksums: Checksums;
  readonly signal: AbortSignal;
}

/**
 * Fetches the pinned Terraform. The destination has the whole verified executable or nothing new.
 *
 * @throws when it cannot be fetched or its checksum is not the pinned one
 * @see https://releases.hashicorp.com/terraform/
 */
export async function fetchTerraform(props: FetchTerraformProps): Promise<void> {
  const name = `terraform_${TERRAFORM_RELEASE}_${props.platform}.zip`;
  const url = `${props.mirror.replace(/\/+$/, '')}/terraform/${TERRAFORM_RELEASE}/${name}`;
  const archive = await download(url, props.signal);

  const sum = createHash('sha256').update(archive).digest('hex');
  const pinned = props.checksums[props.platform];
  if (sum !== pinned) {
    throw new Error(`${url} has the SHA-256 ${sum}, pinned is ${pinned}: it is not used`);
  }
  // One entry is taken by its exact name, so no name in the archive can lead anywhere else.
  const executable = unzipSync(archive, { filter: ({ name }) => name === 'terraform' })[
    'terraform'
  ];
  if (executable === undefined) throw new Error(`${url} has no entry "terraform"`);
  await install(executable, props.destination);
}

async function download(url: string, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`answered ${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    signal.throwIfAborted();
    throw new Error(`${url} could not be fetched: ${reason(error)}`, { cause: error });
  }
}

/** `fetch` says only that it failed; why is in the cause, which may have a code and no message. */
function reason(error: unknown): string {
  const { message, cause } = error as { message: string; cause?: NodeJS.ErrnoException };
  const why = cause?.message || cause?.code;
  return why === undefined ? message : `${message} (${why})`;
}

async function install(executable: Uint8Array, destination: string): Promise<void> {
  await mkdir(dirname(destination), { recursive: true });
  const staging = await mkdtemp(`${destination}-`);
  try {
    const staged = join(staging, 'terraform');
    await writeFile(staged, executable);
    await chmod(staged, 0o755);
    await rename(staged, destination);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
