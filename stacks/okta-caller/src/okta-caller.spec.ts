import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block } from '@culvert/testing';
import { argumentsOf, environmentOf } from '../test/arguments';
import { statementsOf } from '../test/policies';
import { synthesise } from '../test/synthesise';

const ESTATES = ['example', 'lab', 'lab-okta-proxy'] as const;

/** The variables that an app's schema knows. */
function variablesOf(app: string) {
  const path = join(__dirname, '..', '..', '..', 'apps', app, 'schemas', 'environment.json');
  return JSON.parse(readFileSync(path, 'utf8')) as {
    readonly required: readonly string[];
    readonly properties: Readonly<Record<string, unknown>>;
  };
}

describe.each(ESTATES)('OktaCaller of the estate %s', (name) => {
  const synthesised = synthesise(name);

  it('puts no value into a secret', () => {
    expect(synthesised.resourceTypes.filter((type) => /secret_version/.test(type))).toEqual([]);
    expect(
      argumentsOf(synthesised, 'aws_secretsmanager_secret').flatMap(Object.keys),
    ).not.toContainEqual(expect.stringMatching(/secret_string|secret_binary/));
  });

  it('rotates every secret on schedule, and not before it has a value', () => {
    expect(argumentsOf(synthesised, 'aws_secretsmanager_secret_rotation')).toEqual(
      ['orders', 'invoices', 'shipments'].map(() =>
        expect.objectContaining({
          rotate_immediately: false,
          rotation_rules: { schedule_expression: 'rate(30 days)', duration: '3h' },
        }),
      ),
    );
  });

  it('logs every event of an execution, and no data', () => {
    for (const machine of argumentsOf(synthesised, 'aws_sfn_state_machine')) {
      expect(machine['logging_configuration']).toMatchObject({
        level: 'ALL',
        include_execution_data: false,
      });
    }
  });

  it('gives every function the concurrency that the estate says, and its network', () => {
    for (const fn of argumentsOf(synthesised, 'aws_lambda_function')) {
      expect(fn['reserved_concurrent_executions']).toBeGreaterThan(0);
      expect(fn['vpc_config']).toMatchObject({ subnet_ids: expect.any(Array) });
    }
  });

  it.each([
    ['api-caller', 'caller-orders_'],
    ['api-caller', 'caller-invoices_'],
    ['api-caller', 'caller-shipments_'],
    ['credential-rotator', 'rotator_'],
  ])('tells %s what its schema asks for, in %s', (app, fragment) => {
    const { required, properties } = variablesOf(app);
    const variables = Object.keys(environmentOf(synthesised, fragment));

    expect(variables).toEqual(expect.arrayContaining([...required]));
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(variables));
  });

  it('tells the rotator of every secret whose it is', () => {
    const credentials = JSON.parse(environmentOf(synthesised, 'rotator_')['CREDENTIALS'] ?? '');

    expect(Object.values(credentials)).toEqual([
      expect.objectContaining({
        grant: 'private_key_jwt',
        callerRoleArn: expect.stringMatching(/aws_iam_role\.\w+-orders/),
        keySpec: 'RSA_2048',
      }),
      expect.objectContaining({ grant: 'client_secret' }),
      expect.objectContaining({
        grant: 'password',
        accounts: [expect.anything(), expect.anything()],
      }),
    ]);
    expect(Object.keys(credentials)).toEqual(
      ['orders', 'invoices', 'shipments'].map((caller) =>
        expect.stringMatching(
          new RegExp(`^\\$\\{aws_secretsmanager_secret\\..*-${caller}_.*\\.arn\\}$`),
        ),
      ),
    );
  });

  it('keeps what batches are made of private and versioned, and reads it over TLS only', () => {
    expect(synthesised.resources('aws_s3_bucket')).toHaveLength(3);
    for (const type of ['policy', 'public_access_block', 'versioning', 'lifecycle_configuration']) {
      expect(synthesised.resources(`aws_s3_bucket_${type}`)).toHaveLength(3);
    }
    expect(statementsOf(synthesised, 'aws_s3_bucket_policy')).toEqual(
      [0, 1, 2].map(() =>
        expect.objectContaining({
          effect: 'Deny',
          actions: ['s3:*'],
          condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ),
    );
  });

  it('watches every caller and every rotation', () => {
    const alarms = argumentsOf(synthesised, 'aws_cloudwatch_metric_alarm');
    const names = alarms.map(({ alarm_name }) => alarm_name);

    expect(names).toEqual(expect.arrayContaining(['okta-caller-rotation-failed']));
    for (const caller of ['orders', 'invoices', 'shipments']) {
      expect(names).toEqual(
        expect.arrayContaining(
          [
            'failed-calls',
            'slow-calls',
            'token-failures',
            'failed-executions',
            'batch-failed-executions',
            'throttled',
            'rotation-overdue',
          ].map((condition) => `okta-caller-${caller}-${condition}`),
        ),
      );
    }
    for (const { alarm_actions } of alarms) {
      expect(alarm_actions).toEqual([expect.stringContaining('aws_sns_topic.')]);
    }
  });
});

describe('OktaCaller', () => {
  it('keeps every address, since a resource whose address changes is destroyed and made anew', () => {
    const addresses = readFileSync(join(__dirname, '..', 'addresses.txt'), 'utf8');

    expect(synthesise('lab').addresses).toEqual(addresses.trim().split('\n'));
  });

  it.each([
    ['lab', ['api-lost', 'okta-silent', 'secrets-half-lost']],
    ['lab-okta-proxy', ['okta-silent', 'secrets-half-lost']],
  ])('has experiments for %s, which stop when requests are given up', (name, experiments) => {
    const synthesised = synthesise(name);
    const { value } = synthesised.outputs['experiments'] as { readonly value: Block };
    const templates = argumentsOf(synthesised, 'aws_fis_experiment_template');

    expect(Object.keys(value).sort()).toEqual(experiments);
    expect(templates).toHaveLength(experiments.length);
    for (const { stop_condition } of templates) {
      expect(stop_condition).toEqual(
        ['orders', 'invoices', 'shipments'].map((caller) => ({
          source: 'aws:cloudwatch:alarm',
          value: expect.stringContaining(`caller-${caller}_workflow_failed-executions`),
        })),
      );
    }
  });

  it('says by name what each caller is', () => {
    const { value } = synthesise('lab').outputs['callers'] as { readonly value: Block };

    expect(Object.keys(value).sort()).toEqual(['invoices', 'orders', 'shipments']);
    expect(value['orders']).toMatchObject({
      grant: 'private_key_jwt',
      signingKeyArn: expect.anything(),
    });
    expect(value['invoices']).not.toHaveProperty('signingKeyArn');
    expect(value['shipments']).toMatchObject({ accounts: { length: 2 } });
    for (const caller of Object.values(value)) {
      expect(Object.keys(caller as Block)).toEqual(
        expect.arrayContaining([
          ...['grant', 'clientId', 'appId', 'apiBaseUrl', 'functionName', 'secretArn'],
          ...['stateMachineArn', 'batchStateMachineArn', 'batchBucket'],
        ]),
      );
    }
  });

  it('tells the rotator of as many callers as an estate may have in the 4 KB that Lambda takes', () => {
    const synthesised = synthesise('example', ({ callers, ...scenario }) => ({
      ...scenario,
      callers: Object.fromEntries(
        ['a', 'b']
          .flatMap((half) =>
            Object.entries(callers).map(([caller, client]) => [
              `${caller}-${half}`.padEnd(21, 'x'),
              client,
            ]),
          )
          .slice(1),
      ),
    }));
    const variables = Object.entries(environmentOf(synthesised, 'rotator_')).flat().join('');
    const longestArn = `arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:${'x'.repeat(50)}`;

    expect(synthesised.resources('aws_secretsmanager_secret')).toHaveLength(5);
    expect(variables.replace(/\$\{[^}]*\}/g, longestArn).length).toBeLessThan(4096);
  });

  it('can be deleted at once only where the estate says so', () => {
    for (const [name, days] of [
      ['lab', 0],
      ['example', 30],
    ] as const) {
      const synthesised = synthesise(name);

      for (const secret of argumentsOf(synthesised, 'aws_secretsmanager_secret')) {
        expect(secret['recovery_window_in_days']).toBe(days);
      }
      for (const bucket of argumentsOf(synthesised, 'aws_s3_bucket')) {
        expect(bucket['force_destroy']).toBe(days === 0);
      }
      expect(synthesised.only('aws_networkfirewall_firewall').arguments).toMatchObject({
        delete_protection: days > 0,
      });
    }
  });
});
