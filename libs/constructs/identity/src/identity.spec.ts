import type { PolicyStatement } from '@culvert/policy';
import { type Account, MultiAccountStack } from '@culvert/stack';
import { SynthesisedStack } from '@culvert/testing';
import { Testing, type ITerraformDependable } from 'cdktf';
import {
  CredentialSecret,
  CustomerKey,
  type Invoker,
  type RotationFunction,
  SigningKey,
  sidOf,
} from './index';

const OWNER = 'arn:aws:iam::111111111111:role/owner';
const READER = 'arn:aws:iam::111111111111:role/reader';
const ROTATOR = 'arn:aws:iam::111111111111:role/rotator';

function synthesise(create: (account: Account) => void): SynthesisedStack {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: { application: { accountId: '111111111111', region: 'eu-central-1' } },
  });
  create(stack.account('application'));
  return SynthesisedStack.of(stack);
}

function policyOf(synthesised: SynthesisedStack, type: string): PolicyStatement[] {
  return JSON.parse(synthesised.only(type).arguments['policy'] as string).Statement;
}

function actionsOf(statement: PolicyStatement | undefined): string[] {
  return [statement?.Action ?? []].flat();
}

class FakeFunction implements RotationFunction {
  public readonly arn = 'arn:aws:lambda:eu-central-1:111111111111:function:rotator';
  public readonly statements: PolicyStatement[] = [];
  public readonly invokers: Invoker[] = [];
  public constructor(public readonly roleArn: string) {}

  public allow(...statements: readonly PolicyStatement[]): void {
    this.statements.push(...statements);
  }

  public allowInvokeBy(_id: string, invoker: Invoker): ITerraformDependable {
    this.invokers.push(invoker);
    return { fqn: 'aws_lambda_permission.rotation' };
  }
}

function key(account: Account): CustomerKey {
  return new CustomerKey(account, 'key', { name: 'orders', description: 'orders at rest' });
}

describe('CustomerKey', () => {
  it('rotates, and can be had back for a month', () => {
    const synthesised = synthesise(key);

    expect(synthesised.only('aws_kms_key').arguments).toMatchObject({
      enable_key_rotation: true,
      deletion_window_in_days: 30,
    });
    expect(synthesised.only('aws_kms_alias').arguments).toMatchObject({ name: 'alias/orders' });
  });

  it('lets the account administer it, and nobody use it', () => {
    const [administration, ...uses] = policyOf(synthesise(key), 'aws_kms_key');

    expect(uses).toEqual([]);
    expect(actionsOf(administration)).toContain('kms:PutKeyPolicy');
    expect(actionsOf(administration).join()).not.toMatch(
      /\*|Encrypt|Decrypt|GenerateDataKey|kms:Sign|CreateGrant|GenerateMac/,
    );
  });

  it('lets CloudWatch Logs encrypt the groups named, and no other', () => {
    const policy = policyOf(
      synthesise((account) => key(account).allowLogGroups('Logs', '/aws/lambda/orders')),
      'aws_kms_key',
    );

    expect(policy[1]).toMatchObject({
      Principal: { Service: expect.stringMatching(/^logs\..+\.amazonaws\.com$/) },
      Condition: {
        ArnEquals: {
          'kms:EncryptionContext:aws:logs:arn': [
            expect.stringMatching(/:log-group:\/aws\/lambda\/orders$/),
          ],
        },
      },
    });
  });

  it('fails when two uses share a sid', () => {
    expect(() =>
      synthesise((account) => {
        const shared = key(account);
        shared.allowLogGroups('Logs', 'a');
        shared.allowLogGroups('Logs', 'b');
      }),
    ).toThrow('has two uses "Logs"');
  });

  it.each([6, 31, 7.5])('fails when it could be had back for %s days', (deletionWindowDays) => {
    expect(() =>
      synthesise((account) => {
        new CustomerKey(account, 'key', { name: 'orders', description: 'x', deletionWindowDays });
      }),
    ).toThrow(`key "orders" is to be deleted after ${deletionWindowDays} days: choose 7 to 30`);
  });
});

describe('SigningKey', () => {
  it.each([
    ['RS256', 'RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_256'],
    ['ES256', 'ECC_NIST_P256', 'ECDSA_SHA_256'],
  ] as const)('signs with %s for one role, and with nothing else', (algorithm, spec, signing) => {
    const synthesised = synthesise((account) => {
      new SigningKey(account, 'key', {
        name: 'orders',
        description: 'signs',
        algorithm,
        signerRoleArn: READER,
      });
    });
    const signers = policyOf(synthesised, 'aws_kms_key').filter((statement) =>
      actionsOf(statement).includes('kms:Sign'),
    );

    expect(synthesised.only('aws_kms_key').arguments).toMatchObject({
      key_usage: 'SIGN_VERIFY',
      customer_master_key_spec: spec,
    });
    expect(signers).toEqual([
      {
        Sid: 'SignedByOneRole',
        Effect: 'Allow',
        Principal: { AWS: READER },
        Action: 'kms:Sign',
        Resource: '*',
        Condition: {
          StringEquals: { 'kms:SigningAlgorithm': signing, 'kms:MessageType': 'RAW' },
        },
      },
    ]);
  });
});

describe('CredentialSecret', () => {
  const reader = new FakeFunction(READER);
  const rotator = new FakeFunction(ROTATOR);
  const secrets: CredentialSecret[] = [];
  const synthesised = synthesise((account) => {
    const secret = new CredentialSecret(account, 'secret', {
      name: 'okta/orders',
      description: 'the Okta client of orders',
      key: key(account),
      ownerRoleArns: [OWNER],
    });
    secret.grantRead(reader);
    secret.rotateBy(rotator, { scheduleExpression: 'rate(30 days)', duration: '3h' });
    secrets.push(secret);
  });
  const arn = `\${${synthesised.only('aws_secretsmanager_secret').address}.arn}`;

  it('has no value, a customer key, and a month to be had back', () => {
    expect(synthesised.resourceTypes).not.toContain('aws_secretsmanager_secret_version');
    expect(synthesised.only('aws_secretsmanager_secret').arguments).toMatchObject({
      kms_key_id: `\${${synthesised.only('aws_kms_key').address}.arn}`,
      recovery_window_in_days: 30,
    });
  });

  it('is denied to everyone but owner, reader and rotator, and is not public', () => {
    const denied = policyOf(synthesised, 'aws_secretsmanager_secret_policy');

    expect(synthesised.only('aws_secretsmanager_secret_policy').arguments).toMatchObject({
      block_public_policy: true,
    });
    expect(denied).toMatchObject([
      {
        Effect: 'Deny',
        Principal: '*',
        Action: ['secretsmanager:GetSecretValue'],
        Condition: { ArnNotLike: { 'aws:PrincipalArn': [OWNER, READER, ROTATOR] } },
      },
      {
        Effect: 'Deny',
        Principal: '*',
        Action: ['secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecretVersionStage'],
        Condition: { ArnNotLike: { 'aws:PrincipalArn': [OWNER, ROTATOR] } },
      },
    ]);
  });

  it('lets its key be used through Secrets Manager and for this secret only', () => {
    const use = policyOf(synthesised, 'aws_kms_key').find(({ Sid }) => Sid === 'SecretOktaOrders');

    expect(use?.Condition).toMatchObject({
      StringEquals: { 'kms:ViaService': expect.stringMatching(/^secretsmanager\./) },
      ArnLike: {
        'kms:EncryptionContext:SecretARN': expect.stringMatching(/:secret:okta\/orders-\?{6}$/),
      },
    });
  });

  it('gives a reader nothing but the value', () => {
    expect(reader.statements.flatMap(actionsOf)).toEqual([
      'secretsmanager:GetSecretValue',
      'kms:Decrypt',
    ]);
    expect(reader.statements[0]?.Resource).toBe(secrets[0]?.arn);
  });

  it('is rotated on schedule and not at once, after its function may be invoked for it', () => {
    expect(synthesised.only('aws_secretsmanager_secret_rotation').arguments).toMatchObject({
      secret_id: arn,
      rotation_lambda_arn: rotator.arn,
      rotate_immediately: false,
      rotation_rules: { schedule_expression: 'rate(30 days)', duration: '3h' },
      depends_on: ['aws_lambda_permission.rotation'],
    });
    expect(rotator.invokers).toMatchObject([
      { service: 'secretsmanager.amazonaws.com', sourceArn: secrets[0]?.arn },
    ]);
  });

  it('fails when nobody owns it', () => {
    expect(() =>
      synthesise((account) => {
        new CredentialSecret(account, 'secret', {
          name: 'okta/orders',
          description: 'x',
          key: key(account),
          ownerRoleArns: [],
        });
      }),
    ).toThrow('secret "okta/orders" has no owner');
  });

  it('may be gone at once where that is asked for', () => {
    const gone = synthesise((account) => {
      new CredentialSecret(account, 'secret', {
        name: 'okta/orders',
        description: 'x',
        key: key(account),
        ownerRoleArns: [OWNER],
        recoveryWindowDays: 0,
      });
    });

    expect(gone.only('aws_secretsmanager_secret').arguments).toMatchObject({
      recovery_window_in_days: 0,
    });
  });
});

describe('sidOf', () => {
  it.each([
    ['okta/orders', 'OktaOrders'],
    ['orders-caller_2', 'OrdersCaller2'],
    ['/aws/x', 'AwsX'],
  ])('makes %s a part of a statement id', (name, sid) => {
    expect(sidOf(name)).toBe(sid);
  });
});
