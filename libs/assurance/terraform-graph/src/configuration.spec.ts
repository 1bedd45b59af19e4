import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SymbolicText } from '@culvert/symbolic';
import { Configuration, parseDocument, ResourceGraph } from './index';

const folder = mkdtempSync(join(tmpdir(), 'culvert-configuration-'));
afterAll(() => rmSync(folder, { recursive: true }));

function configuration(json: unknown): Configuration {
  const path = join(folder, 'cdk.tf.json');
  writeFileSync(path, typeof json === 'string' ? json : JSON.stringify(json));
  return Configuration.load(path);
}

/** A plan of an endpoint and of whatever is made of its id. */
function planOf(policy: object, bucket = 'orders') {
  const created = (type: string, name: string, after: object, after_unknown: object) => ({
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    change: { actions: ['create'], after, after_unknown },
  });
  const changes = [
    created('aws_vpc_endpoint', 'api', {}, { id: true }),
    created('aws_s3_bucket', 'b', { bucket }, { arn: true }),
    created('aws_s3_bucket_policy', 'p', {}, { id: true, policy: true }),
  ];
  return parseDocument(
    {
      format_version: '1.2',
      resource_changes: changes,
      configuration: {
        root_module: {
          resources: changes.map(({ address, mode, type, name }) => ({
            address,
            mode,
            type,
            name,
            expressions: name === 'p' ? { policy } : {},
          })),
        },
      },
    },
    { name: 'stack' },
  );
}

const references = {
  references: ['aws_vpc_endpoint.api.id', 'aws_vpc_endpoint.api', 'aws_s3_bucket.b.bucket'],
};

function policyOf(template: string) {
  const written = configuration({
    resource: {
      aws_vpc_endpoint: { api: {} },
      aws_s3_bucket: { b: { bucket: 'orders' } },
      aws_s3_bucket_policy: { p: { policy: template } },
    },
  });
  const graph = ResourceGraph.of([planOf(references).with(written)]);
  return graph.at('aws_s3_bucket_policy.p')?.value('policy');
}

describe('Configuration', () => {
  it('gives the text that a plan leaves unknown, with symbols and what is known', () => {
    const text = policyOf(
      '{"vpce":"${aws_vpc_endpoint.api.id}","b":"${aws_s3_bucket.b.bucket}/$${aws:username}"}',
    ) as SymbolicText;
    expect(String(text)).toBe('{"vpce":"${aws_vpc_endpoint.api.id}","b":"orders/${aws:username}"}');
    expect(text.unknowns).toEqual(['aws_vpc_endpoint.api.id']);
  });

  it('gives a reference that stands alone as what it refers to', () => {
    expect(String(policyOf('${aws_vpc_endpoint.api.id}'))).toBe('${aws_vpc_endpoint.api.id}');
  });

  it.each([
    ['a function', '${upper(aws_vpc_endpoint.api.id)}'],
    ['an operator', '${aws_vpc_endpoint.api.id == 1}'],
    ['a directive', '%{if true}x%{endif}${aws_vpc_endpoint.api.id}'],
    ['what is not in the plan', 'x ${aws_vpc.main.id}'],
  ])('leaves unknown what is made by %s', (_, template) => {
    expect(String(policyOf(template))).toBe('${aws_s3_bucket_policy.p.policy}');
  });

  it('is refused for a plan with other resources', () => {
    const other = configuration({ resource: { aws_vpc: { main: {} } } });
    expect(() => planOf(references).with(other)).toThrow('has other resources than stack');
  });

  it.each(['[]', '{"terraform": {}}', '{"resource": ', ''])('is not %s', (text) => {
    expect(() => configuration(text)).toThrow(/cdk\.tf\.json: is (?:no configuration|not JSON)/);
  });

  it('shows nothing of what it holds', () => {
    const secret = configuration({ resource: { aws_db_instance: { a: { password: 'canary' } } } });
    expect(JSON.stringify(secret)).not.toContain('canary');
  });
});
