import { gzipSync } from 'node:zlib';
import { parseDocument, ResourceGraph } from '@culvert/terraform-graph';
import * as fc from 'fast-check';
import { findingsOf } from '../findings-of';
import { secretsInPlan } from '../rules/secrets';

// Made up: none of them was ever in use.
const KEY = 'AKIAZ7QWERTYUIOPASDF';
const GITHUB = `ghp_${'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6'}`;
const PEM = '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIA\n-----END EC PRIVATE KEY-----\n';
const JWT = [{ alg: 'HS256' }, { sub: 'orders' }]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat('dozjgNryP4J3jVmNHl0w5N')
  .join('.');

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** The finding's places and kinds in JSON, and nothing else. */
function found(json: object): readonly string[] {
  const document = parseDocument(
    { format_version: 'values' in json ? '1.0' : '1.2', terraform_version: '1.11.4', ...json },
    {
      name: 'plan',
    },
  );
  const findings = findingsOf(ResourceGraph.of([document]), [secretsInPlan]);
  return findings.map(({ resource, path, message }) => `${resource} ${path ?? ''}: ${message}`);
}

/** A plan that creates a resource with the values. */
function plan(after: object, type = 'aws_thing', after_sensitive: unknown = {}): object {
  const address = `${type}.a`;
  const identity = { address, mode: 'managed', type, name: 'a' };
  return {
    planned_values: { root_module: {} },
    resource_changes: [
      { ...identity, change: { actions: ['create'], before: null, after, after_sensitive } },
    ],
  };
}

const valueOf = (value: unknown) => found(plan({ note: value }));

describe('secrets', () => {
  it.each([
    ['an AWS access key', `id ${KEY}`],
    ['an AWS secret access key', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzKEY'],
    ['a private key', PEM],
    ['a private key', PEM.replaceAll('\n', '\\n')],
    ['a JSON Web Token', JWT],
    ['a password in a URL', 'postgres://orders:canary-password@db.internal:5432/orders'],
    ['a password in a URL', 'https://:canary-password@proxy.internal'],
    ['a bearer token', 'Authorization: Bearer aB3dE6gH9jK2mN5pQ8sT1vW4'],
    ['a user and password for basic authentication', `Basic ${base64('orders:canary')}`],
    ['a GitHub token', GITHUB],
    ['a GitHub token', `github_pat_${'a1B2c3D4e5F6g7H8i9J0k1'}`],
    ['a Slack token', `xoxb-${'123456789012-abcdefGHIJKL'}`],
    ['a Slack webhook', `https://hooks.slack.com/services/${'T0123456/B0123456/abcdefGHIJKLmnop'}`],
    ['a Stripe key', `sk_live_${'aB3dE6gH9jK2mN5pQ8sT'}`],
    ['an Okta API token', `SSWS ${'00aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6kL9m'}`],
    ['an Okta API token', `00${'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6kL9m'}`],
    ['a secret in a text', '#!/bin/sh\nexport DB_PASSWORD=canary\n'],
    ['a secret in a text', 'login --user orders --password canary-password'],
    ['a secret in a text', 'Server=db;User Id=orders;Password=canary;'],
  ])('finds %s in %j', (kind, value) => {
    expect(valueOf(value)).toEqual([`aws_thing.a note: holds ${kind}`]);
  });

  it.each<[string, unknown, string]>([
    ['a list', ['x', KEY], 'note[1]'],
    ['a map', { a: { b: KEY } }, 'note.a.b'],
    ['JSON in a text', JSON.stringify([{ a: KEY }]), 'note[0].a'],
    ['JSON in JSON', JSON.stringify({ a: JSON.stringify({ b: KEY }) }), 'note.a.b'],
    ['base64', base64(`key = ${KEY}`), 'note'],
    ['base64 in base64', base64(base64(`key = ${KEY}`)), 'note'],
    ['base64 of JSON with base64', base64(JSON.stringify({ a: base64(PEM) })), 'note'],
    ['base64 in lines', base64(PEM.repeat(3)).replaceAll(/.{60}/g, '$&\n'), 'note'],
    ['base64 in a text', `content: ${base64(`key = ${KEY}`)}\nowner: root`, 'note'],
    ['compressed text', gzipSync(`key = ${KEY}`).toString('base64'), 'note'],
    ['the key of a map', { [GITHUB]: 'x' }, 'note[…]'],
  ])('finds one in %s', (_, value, path) => {
    expect(valueOf(value).map((each) => each.split(': ')[0])).toEqual([`aws_thing.a ${path}`]);
  });

  it('finds what is called a secret', () => {
    const values = {
      password: 'hunter2',
      nested: { clientSecret: 'canary' },
      api_key: 'x7Gq2LpW9',
    };
    const variables = JSON.stringify([{ name: 'DB_PASSWORD', value: 'canary' }]);

    expect(found(plan({ ...values, variables }))).toEqual([
      'aws_thing.a api_key: holds what its name says is a secret',
      'aws_thing.a nested.clientSecret: holds what its name says is a secret',
      'aws_thing.a password: holds what its name says is a secret',
      'aws_thing.a variables[0].value: holds what its name says is a secret',
    ]);
  });

  it('finds what Terraform and its providers know to be one', () => {
    const marked = plan({ note: 'canary' }, 'aws_thing', { note: true });
    const version = plan({ secret_string: '{"a":"canary"}' }, 'aws_secretsmanager_secret_version');
    const key = plan({ result: 'canary' }, 'random_password');
    const holds = (address: string) => [`${address}: holds what Terraform knows to be a secret`];

    expect(found(marked)).toEqual(holds('aws_thing.a note'));
    expect(found(version)).toEqual(holds('aws_secretsmanager_secret_version.a secret_string'));
    expect(found(key)).toEqual(holds('random_password.a result'));
  });

  it.each([
    'arn:aws:secretsmanager:eu-central-1:123456789012:secret:okta-AbCdEf',
    '0b3d6f8a9c1e2d4b5f6a7c8d9e0f1a2b3c4d5e6f',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'h7pQ0bXkqk5mJrD3n1v0s8wZ5Xl6c2mV9YtBfA4uGdE=',
    '-----BEGIN CERTIFICATE-----\nMIIBhTCCASugAwIBAgIQIRi6zePL6mKjOipn+dNuaTAKBggqhkjOPQQDAjASMRAw\n-----END CERTIFICATE-----',
    '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEVs/o5+uQbTjL3chynL4wXgUg2R9\n-----END PUBLIC KEY-----',
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ2mR0c8w7Jz3Hq8d0b5o1sP4q9K7v6t2Y3x4z5A6b7C orders',
    'AIDAZ7QWERTYUIOPASDF',
    'vpce-svc-0123456789abcdef0',
    '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
    'https://example.okta.com/oauth2/default/v1/token',
    'postgres://orders:${password}@db.internal/orders',
    'The password: it is in Secrets Manager, the token is not.',
    'export DB_PASSWORD="$(aws secretsmanager get-secret-value)"',
    'ELBSecurityPolicy-TLS13-1-2-2021-06',
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ])('takes %j for none', (value) => {
    expect(valueOf(value)).toEqual([]);
  });

  it('takes what names a secret for none', () => {
    const names = {
      client_secret_arn: 'x7Gq2LpW9',
      secret_id: 'orders/okta',
      password: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:okta-AbCdEf',
      secret_key: 'alias/orders',
      token: 'required',
      creation_token: 'terraform-20260101000000000000000001',
      secret_string_wo_version: 1,
      manage_master_user_password: true,
    };

    expect(found(plan(names))).toEqual([]);
  });
});

describe('every position of a plan', () => {
  const secret = { note: KEY };
  const identity = { address: 'aws_thing.a', mode: 'managed', type: 'aws_thing', name: 'a' };
  const resource = { ...identity, values: secret, sensitive_values: {} };
  const inModule = {
    root_module: {
      child_modules: [
        {
          address: 'module.m',
          child_modules: [
            {
              address: 'module.m.module.n',
              resources: [{ ...resource, address: 'module.m.module.n.aws_thing.a' }],
            },
          ],
        },
      ],
    },
  };
  const changed = (change: object) => [{ ...identity, change: { actions: ['update'], ...change } }];
  const configured = (root_module: object) => ({
    planned_values: {},
    configuration: { root_module },
  });
  const expression = { constant_value: KEY };
  const at = (place: string) => [`${place}: holds an AWS access key`];

  it.each<[string, object, string]>([
    ['a variable', { planned_values: {}, variables: { v: { value: [KEY] } } }, 'var.v [0]'],
    ['an output', { planned_values: { outputs: { o: { value: KEY } } } }, 'output.o '],
    [
      'a change of an output',
      { planned_values: {}, output_changes: { o: { actions: ['create'], after: KEY } } },
      'output.o ',
    ],
    [
      'planned values',
      { planned_values: { root_module: { resources: [resource] } } },
      'aws_thing.a note',
    ],
    [
      'planned values of a module',
      { planned_values: inModule },
      'module.m.module.n.aws_thing.a note',
    ],
    [
      'what was there before',
      { planned_values: {}, resource_changes: changed({ before: secret, after: {} }) },
      'aws_thing.a note',
    ],
    [
      'what drifted',
      { planned_values: {}, resource_drift: changed({ before: {}, after: secret }) },
      'aws_thing.a note',
    ],
    [
      'prior state',
      { planned_values: {}, prior_state: { format_version: '1.0', values: inModule } },
      'module.m.module.n.aws_thing.a note',
    ],
    [
      'an output of prior state',
      {
        planned_values: {},
        prior_state: { format_version: '1.0', values: { outputs: { o: { value: KEY } } } },
      },
      'output.o ',
    ],
    ['a state', { values: { root_module: { resources: [resource] } } }, 'aws_thing.a note'],
    ['an output of a state', { values: { outputs: { o: { value: { a: KEY } } } } }, 'output.o a'],
    [
      'the configuration of a resource',
      configured({ resources: [{ ...identity, expressions: { block: [{ note: expression }] } }] }),
      'aws_thing.a block[0].note',
    ],
    [
      'the configuration of a provider',
      {
        planned_values: {},
        configuration: {
          provider_config: { aws: { name: 'aws', expressions: { access_key: expression } } },
        },
      },
      'provider.aws access_key',
    ],
    ['the default of a variable', configured({ variables: { v: { default: KEY } } }), 'var.v '],
    [
      'the arguments of a module',
      configured({ module_calls: { m: { expressions: { note: expression } } } }),
      'module.m note',
    ],
    [
      'the configuration of a module',
      configured({
        module_calls: {
          m: { module: { resources: [{ ...identity, expressions: { note: expression } }] } },
        },
      }),
      'module.m.aws_thing.a note',
    ],
    [
      'what is not known of the format',
      { planned_values: {}, checks: [{ problems: [{ message: KEY }] }] },
      'checks [0].problems[0].message',
    ],
  ])('is looked at: %s', (_, json, place) => {
    expect(found(json)).toEqual(at(place));
  });

  it('is told once, though a plan says it several times', () => {
    const everywhere = {
      ...plan(secret),
      planned_values: { root_module: { resources: [resource] } },
      configuration: {
        root_module: { resources: [{ ...identity, expressions: { note: expression } }] },
      },
    };

    expect(found(everywhere)).toEqual(at('aws_thing.a note'));
  });
});

it('is done in time with what is made to keep it busy', () => {
  const values = {
    scheme: `${'a'.repeat(300_000)}://x@`,
    tokens: 'eyJ'.repeat(100_000),
    nested: `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    names: 'password '.repeat(50_000),
    brackets: `{${'"a":['.repeat(5000)}`,
  };

  expect(found(plan(values))).toEqual([]);
});

it('shows no part of a value, wherever it is', () => {
  const canary = fc
    .array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'), { minLength: 16, maxLength: 16 })
    .map((chars) => `AKIA${chars.join('')}`);
  const json = fc.letrec<{ json: unknown; value: string }>((tie) => ({
    value: canary,
    json: fc.oneof(
      { maxDepth: 3 },
      tie('value'),
      fc.array(tie('json'), { minLength: 1, maxLength: 2 }),
      fc.dictionary(fc.oneof(fc.constant('password'), canary), tie('json'), { minKeys: 1 }),
      tie('json').map((inner) => JSON.stringify(inner)),
      tie('json').map((inner) => base64(JSON.stringify(inner))),
    ),
  })).json;

  fc.assert(
    fc.property(json, (value) => {
      const findings = valueOf(value);

      expect(findings).not.toEqual([]);
      expect(findings.join()).not.toMatch(/AKI|[A-Z2-7]{6}/);
    }),
    { numRuns: 300 },
  );
});
