import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../test/temporary-folder';
import { baseEnvironment } from './environment';
import { Terraform } from './terraform';

const EMBEDDED = { AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' };

/** The real Terraform on a configuration that needs no provider. */
function terraformOn(configuration: unknown, aws: Record<string, string> = EMBEDDED): Terraform {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(configuration));
  return new Terraform({
    executable: 'terraform',
    folder,
    environment: { ...baseEnvironment(process.env, folder), ...aws },
    signal: new AbortController().signal,
  });
}

describe('Terraform', () => {
  it.each([
    ['there is no endpoint', {}],
    ['the endpoint is on the network', { AWS_ENDPOINT_URL: 'https://ec2.amazonaws.com' }],
    ['the endpoint is no URL', { AWS_ENDPOINT_URL: '127.0.0.1:4566' }],
    ['the endpoint only looks local', { AWS_ENDPOINT_URL: 'http://127.0.0.1.example.com' }],
  ])('refuses to start when %s', (_, aws) => {
    expect(() => terraformOn({}, aws)).toThrow('terraform is not started: AWS_ENDPOINT_URL is');
  });

  it('fails with the whole of what Terraform said', async () => {
    const terraform = terraformOn({ output: { url: { value: '${aws_vpc.orders.id}' } } });

    await expect(terraform.run(['plan', '-no-color'])).rejects.toThrow(
      /^terraform plan ended with exit code 1\nError: Reference to undeclared resource[^]*aws_vpc/,
    );
  });

  it('shows a saved plan', async () => {
    const terraform = terraformOn({ output: { url: { value: 'https://orders.example' } } });
    await terraform.run(['plan', '-out=plan']);

    expect(await terraform.show('plan')).toMatchObject({
      output_changes: { url: { actions: ['create'], after: 'https://orders.example' } },
    });
  });

  it('knows no provider version before there is a provider', async () => {
    expect(await terraformOn({}).providerVersion()).toBeNull();
  });
});
