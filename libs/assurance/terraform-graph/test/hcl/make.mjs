// Makes the JSON beside the HCL again, with Terraform and moto_server of the PATH and hashicorp/aws
// 5.100.0 from wherever Terraform's CLI configuration says: node test/hcl/make.mjs [case…]
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CASES, DIGESTS, digestOf, digests } from './cases.mjs';

const port = await freePort();
const environment = {
  ...process.env,
  AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
  AWS_ACCESS_KEY_ID: 'embedded',
  AWS_SECRET_ACCESS_KEY: 'embedded',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  CHECKPOINT_DISABLE: '1',
  TF_INPUT: '0',
  TF_VAR_db_password: 'canary-variable',
};
const folder = mkdtempSync(join(tmpdir(), 'culvert-graph-'));
const moto = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
try {
  await listening();
  const made = digests();
  for (const name of process.argv[2] === undefined ? Object.keys(CASES) : process.argv.slice(2)) {
    cpSync(join(import.meta.dirname, name), join(folder, name), { recursive: true });
    for (const step of CASES[name]) run(name, step);
    made[name] = digestOf(name);
  }
  const sorted = Object.fromEntries(Object.entries(made).sort());
  writeFileSync(DIGESTS, `${JSON.stringify(sorted, null, 2)}\n`);
} finally {
  moto.kill('SIGKILL');
  rmSync(folder, { recursive: true });
}

/** A plan is made in its folder, an apply leaves its state for those after it. */
function run(name, { in: directory, apply = false, write, state }) {
  const cwd = join(folder, name, directory);
  const terraform = (...args) =>
    execFileSync('terraform', args, { cwd, env: environment, maxBuffer: 1e9, encoding: 'utf8' });
  const target = join(import.meta.dirname, name, write);
  if (state !== undefined) cpSync(join(folder, name, state), join(cwd, 'terraform.tfstate'));
  terraform('init', '-no-color');
  terraform('plan', '-no-color', '-out=plan');
  if (apply) terraform('apply', '-no-color', 'plan');
  writeFileSync(target, terraform('show', '-json', ...(apply ? [] : ['plan'])));
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address();
  server.close();
  return free;
}

async function listening() {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await fetch(environment.AWS_ENDPOINT_URL).catch(() => undefined);
    if (answer !== undefined) return;
    await setTimeout(200);
  }
  throw new Error('moto_server does not listen');
}
