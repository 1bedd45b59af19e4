import { CannotRunError } from '../errors';

const SYSTEMS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin' };
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/** This machine as HashiCorp's releases name it, such as `linux_amd64`. */
export function hashicorpPlatform(): string {
  const system = SYSTEMS[process.platform];
  const architecture = ARCHITECTURES[process.arch];
  if (system === undefined || architecture === undefined) {
    throw new CannotRunError(
      `the lab does not run on ${process.platform} ${process.arch}: use Linux or macOS on x64 or arm64`,
    );
  }
  return `${system}_${architecture}`;
}
