import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  RotateSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { deployFunction } from '../../test/deployed-function';
import { type Account, accountOf, embeddedAwsForTests } from '../../test/embedded-account';

jest.setTimeout(60_000);

/** A rotation function in the smallest form, in AWS's JSON protocol; it fails at the step FAILS_AT. */
const ROTATOR = `
const call = async (action, body) => {
  const scope = process.env.AWS_ACCESS_KEY_ID + '/20260101/eu-central-1/secretsmanager/aws4_request';
  const response = await fetch(process.env.AWS_ENDPOINT_URL, {
    method: 'POST',
    headers: {
      Authorization: 'AWS4-HMAC-SHA256 Credential=' + scope + ', SignedHeaders=host, Signature=none',
      'X-Amz-Security-Token': process.env.AWS_SESSION_TOKEN,
      'X-Amz-Target': 'secretsmanager.' + action,
      'Content-Type': 'application/x-amz-json-1.1',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
};
exports.handler = async ({ Step, SecretId, ClientRequestToken: VersionId }) => {
  if (Step === process.env.FAILS_AT) throw new Error('killed');
  const { VersionIdsToStages } = await call('DescribeSecret', { SecretId });
  const current = Object.keys(VersionIdsToStages).find((id) => VersionIdsToStages[id].includes('AWSCURRENT'));
  if (Step === 'createSecret') {
    await call('PutSecretValue', { SecretId, ClientRequestToken: VersionId, SecretString: 'rotated', VersionStages: ['AWSPENDING'] });
  }
  if (Step === 'finishSecret') {
    await call('UpdateSecretVersionStage', { SecretId, VersionStage: 'AWSCURRENT', MoveToVersionId: VersionId, RemoveFromVersionId: current });
    await call('UpdateSecretVersionStage', { SecretId, VersionStage: 'AWSPENDING', RemoveFromVersionId: VersionId });
  }
};`;

describe('the rotation of a secret', () => {
  const aws = embeddedAwsForTests();
  let account: Account;
  let secrets: SecretsManagerClient;
  beforeAll(async () => {
    account = await accountOf(aws(), '111111111111');
    secrets = new SecretsManagerClient({ ...account, maxAttempts: 1 });
  });

  /** The ARN of a new secret with a value, whose rotation is configured. */
  async function rotatedSecret(name: string, failsAt = '') {
    const RotationLambdaARN = await deployFunction(account, {
      name,
      code: ROTATOR,
      variables: { FAILS_AT: failsAt },
    });
    const { ARN } = await secrets.send(new CreateSecretCommand({ Name: name }));
    const RotationRules = { ScheduleExpression: 'rate(30 days)', Duration: '2h' };
    await secrets.send(
      new RotateSecretCommand({
        SecretId: ARN,
        RotationLambdaARN,
        RotationRules,
        RotateImmediately: false,
      }),
    );
    await secrets.send(new PutSecretValueCommand({ SecretId: ARN, SecretString: 'first' }));
    return ARN as string;
  }

  const valueOf = async (SecretId: string) =>
    (await secrets.send(new GetSecretValueCommand({ SecretId }))).SecretString;
  const stagesOf = async (SecretId: string) => {
    const { VersionIdsToStages } = await secrets.send(new DescribeSecretCommand({ SecretId }));
    return Object.values(VersionIdsToStages ?? {})
      .map((stages) => [...stages].sort().join(' '))
      .sort();
  };

  it('is configured before there is a value, and says so', async () => {
    const secret = await rotatedSecret('configured');

    expect(await secrets.send(new DescribeSecretCommand({ SecretId: secret }))).toMatchObject({
      RotationEnabled: true,
      RotationRules: { ScheduleExpression: 'rate(30 days)', Duration: '2h' },
    });
    expect(await valueOf(secret)).toBe('first');
  });

  it('takes the four steps of the function, and the new value is what readers get', async () => {
    const secret = await rotatedSecret('rotated');
    await secrets.send(new RotateSecretCommand({ SecretId: secret }));

    while ((await stagesOf(secret)).join() !== 'AWSCURRENT,AWSPREVIOUS') await sleep(20);
    expect(await valueOf(secret)).toBe('rotated');
  });

  it('ends at the step that fails; another one is refused, and takes it up again', async () => {
    const secret = await rotatedSecret('failing', 'testSecret');
    const rotate = () => secrets.send(new RotateSecretCommand({ SecretId: secret }));
    await rotate();
    while (!(await stagesOf(secret)).includes('AWSPENDING')) await sleep(20);

    await expect(rotate()).rejects.toThrow("A previous rotation isn't complete");
    expect(await valueOf(secret)).toBe('first');
    expect(await stagesOf(secret)).toEqual(['AWSCURRENT', 'AWSPENDING']);
  });
});
