import { readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A CLI configuration of the user's own. */
export interface UserCliConfiguration {
  readonly file: string;
  /** Whether it says where providers come from. */
  readonly configuresProviders: boolean;
}

/** The user's CLI configuration, where Terraform looks for it, if there is one. */
export async function userCliConfiguration(
  environment: NodeJS.ProcessEnv,
): Promise<UserCliConfiguration | undefined> {
  const home = environment['HOME'] ?? homedir();
  const file = environment['TF_CLI_CONFIG_FILE'] || join(home, '.terraformrc');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  return { file, configuresProviders: /^[^#/\n]*\bprovider_installation\b/m.test(text) };
}

/**
 * Writes a CLI configuration that takes the AWS provider from the mirror and every other from its registry.
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#explicit-installation-method-configuration
 */
export async function writeCliConfiguration(file: string, mirror: string): Promise<void> {
  await writeFile(
    file,
    `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = ["registry.terraform.io/hashicorp/aws"]
  }
  direct {
    exclude = ["registry.terraform.io/hashicorp/aws"]
  }
}
`,
  );
}
