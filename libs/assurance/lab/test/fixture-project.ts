import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Block = Readonly<Record<string, unknown>>;

const ACCOUNTS = { api: '222222222222', consumer: '333333333333' } as const;

/** Terraform JSON of a stack with three resources in two accounts, and further types of resources. */
export function twoAccountStack(further: Block = {}): Block {
  return {
    terraform: {
      backend: { s3: { bucket: 'real-state', key: 'orders.tfstate', region: 'eu-central-1' } },
      required_providers: { aws: { source: 'aws', version: '>= 5.100.0, < 7.0.0' } },
    },
    provider: {
      aws: Object.entries(ACCOUNTS).map(([alias, id]) => ({
        alias,
        region: 'eu-central-1',
        allowed_account_ids: [id],
        assume_role: [{ role_arn: `arn:aws:iam::${id}:role/deploy` }],
      })),
    },
    resource: {
      aws_vpc: {
        api: { provider: 'aws.api', cidr_block: '10.0.0.0/16' },
        consumer: { provider: 'aws.consumer', cidr_block: '10.1.0.0/16' },
      },
      aws_security_group: {
        api: {
          provider: 'aws.api',
          name: 'api',
          description: 'of the API',
          vpc_id: '${aws_vpc.api.id}',
        },
      },
      ...further,
    },
  };
}

/**
 * Writes a project that stands in for a CDKTF one: its app writes what CDKTF would, with the estate's
 * name for `<estate>` and without the stack that an estate `without-<stack>` leaves out, and the
 * estate it was called with beside it.
 */
export function writeProject(folder: string, stacks: Readonly<Record<string, Block>>): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'stacks.json'), JSON.stringify(stacks));
  writeFileSync(join(folder, 'cdktf.json'), JSON.stringify({ app: 'node app.cjs' }));
  writeFileSync(
    join(folder, 'app.cjs'),
    `const { mkdirSync, writeFileSync } = require('node:fs');
const outdir = process.env.CDKTF_OUTDIR;
const manifest = { version: '0.21.0', stacks: {} };
for (const [name, json] of Object.entries(require('./stacks.json'))) {
  if (process.env.CULVERT_ESTATE === \`without-\${name}\`) continue;
  const synthesizedStackPath = \`stacks/\${name}/cdk.tf.json\`;
  mkdirSync(\`\${outdir}/stacks/\${name}\`, { recursive: true });
  writeFileSync(\`\${outdir}/\${synthesizedStackPath}\`, JSON.stringify(json, null, 2).replaceAll('<estate>', process.env.CULVERT_ESTATE));
  manifest.stacks[name] = { name, synthesizedStackPath };
}
writeFileSync(\`\${outdir}/manifest.json\`, JSON.stringify(manifest));
writeFileSync('estate.txt', process.env.CULVERT_ESTATE);
`,
  );
}
