import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Configuration, parseDocument } from '@culvert/terraform-graph';
import { findSecrets } from './find-secrets';

const PASSWORD = 'Tr0ub4dor3';
const KEY = 'AKIAZ7QWERTYUIOPASDF';

describe('a configuration in JSON beside a plan', () => {
  const folder = mkdtempSync(join(tmpdir(), 'culvert-written-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is searched too, also what no plan repeats', () => {
    const file = join(folder, 'cdk.tf.json');
    const provider = { aws: [{ access_key: KEY, secret_key: '${var.key}' }] };
    const resource = { aws_thing: { a: { '//': { metadata: {} }, user_data: `key ${KEY}` } } };
    const locals = { db_password: PASSWORD, region: 'eu-central-1' };
    const variable = { token: { default: 'none' }, password: { default: PASSWORD } };
    writeFileSync(file, JSON.stringify({ provider, resource, locals, variable }));
    const plan = parseDocument(
      {
        format_version: '1.2',
        planned_values: { root_module: {} },
        resource_changes: [],
        configuration: {
          root_module: {
            resources: [{ address: 'aws_thing.a', mode: 'managed', type: 'aws_thing', name: 'a' }],
          },
        },
      },
      { name: 'plan' },
    );

    expect(findSecrets(plan)).toEqual([]);
    const places = findSecrets(plan.with(Configuration.load(file)));
    expect(places.map(({ address, path }) => [address, path])).toEqual([
      ['provider.aws', '[0].access_key'],
      ['aws_thing.a', 'user_data'],
      ['local.db_password', undefined],
      ['var.password', undefined],
    ]);
  });
});
