import { readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the user's CLI configuration is, if there is one, as Terraform looks for it. */
export function userCliConfiguration(environment: NodeJS.ProcessEnv): string {
  return (
    environment['TF_CLI_CONFIG_FILE'] ?? join(environment['HOME'] ?? homedir(), '.terraformrc')
  );
}

/** Whether the file exists and says itself where providers come from. */
export async function configuresProviders(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return /^[^#/\n]*\bprovider_installation\b/m.test(text);
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
