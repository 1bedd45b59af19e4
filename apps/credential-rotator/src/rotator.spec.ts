import { grants } from '@culvert/credential';
import { ACCOUNT } from '../test/aws-server';
import {
  accountsOf,
  arnOf,
  CALLER_ROLE,
  type Caller,
  CLIENT_SECRET,
  Organization,
  ROTATOR_ROLE,
  STEPS,
} from '../test/organization';

const callers = grants.map((grant): Caller => ({ name: grant, grant }));
const beginner: Caller = { name: 'beginner', grant: 'client_secret' };
const rsa: Caller = { name: 'rsa', grant: 'private_key_jwt', keySpec: 'RSA_2048' };

describe('Rotator', () => {
  let organization: Organization;

  beforeAll(async () => {
    organization = await Organization.start([...callers, beginner, rsa]);
  }, 60_000);
  afterEach(() => organization.mend());
  afterAll(() => organization.stop());

  it.each(callers)(
    'replaces a credential for $grant; the one before it lives on, for one rotation',
    async (caller) => {
      const first = organization.credential(caller.name);
      await organization.rotate(caller.name);
      const second = organization.credential(caller.name);

      expect(second).not.toEqual(first);
      await expect(organization.works(caller, second)).resolves.toBe(true);
      await expect(organization.works(caller, first)).resolves.toBe(true);

      await organization.rotate(caller.name);

      await expect(organization.works(caller)).resolves.toBe(true);
      await expect(organization.works(caller, second)).resolves.toBe(true);
      await expect(organization.works(caller, first)).resolves.toBe(false);
    },
    30_000,
  );

  it.each(callers)('can repeat each step for $grant', async ({ name, grant }) => {
    const versionId = organization.aws.startRotation(arnOf(name));
    for (const step of STEPS) {
      await organization.step(step, name, versionId);
      const value = organization.aws.stored.at(-1);
      const known = await organization.okta.credentials(name);

      await organization.step(step, name, versionId);

      expect(organization.aws.stored.at(-1)).toBe(value);
      await expect(organization.okta.credentials(name)).resolves.toEqual(known);
    }
    await expect(organization.works({ name, grant })).resolves.toBe(true);
  });

  it('keeps what else is in a secret', async () => {
    const { ca } = organization.credential(beginner.name);

    await organization.rotate(beginner.name);

    expect(organization.credential(beginner.name)).toMatchObject({
      ca,
      clientSecretId: expect.stringMatching(/^ocs/),
    });
  });

  it('lets service accounts take turns', async () => {
    const usernames = accountsOf('password').map(({ username }) => username);
    const inUse = () =>
      (organization.credential('password') as { readonly username: string }).username;
    const before = usernames.indexOf(inUse());

    await organization.rotate('password');
    expect(inUse()).toBe(usernames[1 - before]);
    await organization.rotate('password');
    expect(inUse()).toBe(usernames[before]);
  });

  it('sets no password of the account that is in use by now', async () => {
    const { aws, okta } = organization;
    const arn = arnOf('password');
    const current = aws.text(arn, 'AWSCURRENT') ?? '';
    const versionId = aws.startRotation(arn);
    await organization.step('createSecret', 'password', versionId);
    aws.setText(arn, 'AWSCURRENT', aws.text(arn, 'AWSPENDING') ?? '');
    const { managementRequests } = await okta.counts();

    await expect(organization.step('setSecret', 'password', versionId)).rejects.toThrow(
      'the account of the next version is in use by now',
    );

    await expect(okta.counts()).resolves.toMatchObject({ managementRequests });
    aws.setText(arn, 'AWSCURRENT', current);
  });

  describe('with keys of KMS', () => {
    const name = 'private_key_jwt';

    it('makes one that only the caller and the rotator sign with', async () => {
      await organization.rotate(name);

      const { kmsKeyId, keyId } = organization.credential(name) as {
        kmsKeyId: string;
        keyId: string;
      };
      const { policy = '', tags } = organization.aws.key(kmsKeyId);
      const statements: { Action: string | string[]; Principal: unknown }[] =
        JSON.parse(policy).Statement;
      const maySign = statements.filter(({ Action }) => [Action].flat().some(isUse));
      expect(maySign.map(({ Principal }) => Principal)).toEqual([
        { AWS: [CALLER_ROLE, ROTATOR_ROLE] },
      ]);
      expect(statements).toContainEqual(
        expect.objectContaining({
          Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
          Action: expect.arrayContaining(['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion']),
        }),
      );
      expect(kmsKeyId).toMatch(new RegExp(`/${keyId}$`));
      expect(tags).toContainEqual({ TagKey: 'culvert:secret', TagValue: arnOf(name) });
    });

    it('deletes those of former rotations, and none that it has not made', async () => {
      const { aws } = organization;
      const foreign = aws.addKey('ECC_NIST_P256', [], undefined, true);
      const others = aws.addKey('ECC_NIST_P256', [
        { TagKey: 'culvert:secret', TagValue: arnOf('another') },
      ]);
      const { kmsKeyId } = organization.credential(name) as { readonly kmsKeyId: string };

      await organization.rotate(name);
      expect(aws.key(kmsKeyId).state).toBe('Enabled');
      await organization.rotate(name);

      expect(aws.key(kmsKeyId).state).toBe('PendingDeletion');
      expect(aws.key(foreign).state).toBe('Enabled');
      expect(aws.key(others).state).toBe('Enabled');
    });

    it('makes one of the kind that is asked for', async () => {
      await organization.rotate(rsa.name);

      expect(organization.credential(rsa.name)).toMatchObject({ algorithm: 'RS256' });
      await expect(organization.works(rsa)).resolves.toBe(true);
    });
  });

  describe('when rotation is set up without being started', () => {
    it('tests what is current', async () => {
      const arn = arnOf('client_secret');
      const current = organization.aws.text(arn, 'AWSCURRENT') ?? '';
      const versionId = organization.aws.startRotation(arn);

      await organization.step('testSecret', 'client_secret', versionId);
      organization.aws.addSecret(arn, JSON.stringify({ clientSecret: 'canary-wrong-secret' }));
      const wrong = organization.aws.startRotation(arn);

      await expect(organization.step('testSecret', 'client_secret', wrong)).rejects.toThrow();
      organization.aws.addSecret(arn, current);
    });

    it('is content with a secret that has no value yet', async () => {
      const arn = arnOf('client_secret');
      const current = organization.aws.text(arn, 'AWSCURRENT') ?? '';
      organization.aws.addSecret(arn);

      await organization.step('testSecret', 'client_secret', organization.aws.startRotation(arn));
      organization.aws.addSecret(arn, current);
    });
  });

  it('does nothing when rotation is not enabled', async () => {
    const arn = arnOf('client_secret');
    const current = organization.aws.text(arn, 'AWSCURRENT') ?? '';
    organization.aws.addSecret(arn, current, { rotates: false });

    await expect(organization.rotate('client_secret')).rejects.toThrow(
      `rotation is not enabled for ${arn}`,
    );

    expect(organization.aws.text(arn, 'AWSPENDING')).toBeUndefined();
    organization.aws.addSecret(arn, current);
  });

  it('finishes nothing that was not made', async () => {
    const versionId = organization.aws.startRotation(arnOf('client_secret'));

    await expect(organization.step('finishSecret', 'client_secret', versionId)).rejects.toThrow(
      'has no value: run createSecret',
    );
  });

  it('names what is wrong with its environment, without values', async () => {
    const lambda = organization.newLambda({
      OKTA_DOMAIN: undefined,
      OKTA_PROXY_URL: 'http://user:canary-proxy-password@proxy:3128',
      CREDENTIALS: JSON.stringify({
        [arnOf('a')]: { grant: 'password', clientId: 'a', appId: 'a', scopes: ['a'] },
        [arnOf('b')]: { grant: 'private_key_jwt', clientId: 'b', appId: 'b', scopes: [] },
      }),
    });

    const failure = await lambda.invoke({}).catch((error: Error) => error.message);

    for (const part of ['OKTA_DOMAIN', 'OKTA_PROXY_URL', 'accounts', 'callerRoleArn', 'scopes'])
      expect(failure).toContain(part);
    expect(failure).not.toContain('canary');
    await lambda.stop();
  });

  it('shows no secret and no token', async () => {
    for (const { name } of callers) {
      await organization.rotate(name);
      await organization.okta.fail('*', { status: 503 }, { skip: 2 });
      await expect(organization.rotate(name)).rejects.toThrow();
      await organization.mend();
    }
    const secrets = organization.aws.stored
      .map((text) => JSON.parse(text) as Readonly<Record<string, string>>)
      .flatMap(({ clientSecret, password }) => [clientSecret, password])
      .filter((value) => value !== undefined);

    const { shown } = organization.lambda;

    expect(secrets.length).toBeGreaterThan(10);
    expect(secrets).toContain(CLIENT_SECRET);
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
    expect(shown).not.toMatch(/canary|eyJ[\w-]+\.|Bearer [^[]/);
    expect(shown).toContain('rotation failed');
    expect(shown).toContain('the credential is the current one');
  });
});

/** Whether an action uses a key, rather than to administer it. */
function isUse(action: string): boolean {
  return /^kms:(\*|Sign|Encrypt|Decrypt|Generate|ReEncrypt|CreateGrant)/.test(action);
}
