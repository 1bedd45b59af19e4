import { inspect } from 'node:util';
import { SecretUnavailable } from '@culvert/errors';
import { SecretCache } from './index';
import {
  type Answer,
  answerWith,
  failWith,
  hang,
  resetConnection,
} from '../test/secrets-manager-server';
import { setup } from '../test/setup';

const { server, cache, endpoint } = setup();
const canary = 'canary-7f3a-secret';

async function failureOf(secrets: SecretCache<unknown>): Promise<SecretUnavailable> {
  const error: unknown = await secrets.get().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof SecretUnavailable) return error;
  throw new Error(`expected SecretUnavailable: ${inspect(error)}`);
}

function text(SecretString: string): Answer {
  return answerWith(200, { VersionId: 'v1', SecretString });
}

describe('SecretCache when a secret is unavailable', () => {
  it.each([
    ['denied', failWith(400, 'AccessDeniedException'), 'AccessDeniedException (status 400'],
    ['not there', failWith(400, 'ResourceNotFoundException'), 'ResourceNotFoundException (status'],
    ['not decryptable', failWith(400, 'DecryptionFailure'), "in the key's policy"],
    ['to be deleted', failWith(400, 'InvalidRequestException'), 'scheduled for deletion'],
    ['an error of another kind', failWith(400, 'Odd'), 'Odd (status 400)'],
    ['without version', answerWith(200, { SecretString: canary }), 'came without a version'],
    ['binary', answerWith(200, { VersionId: 'v1', SecretBinary: 'AAAA' }), 'holds no text'],
    ['not JSON', text(canary), 'is not JSON'],
    ['of another shape', text(`{"name":"${canary}"}`), 'expected: username is missing, add it'],
    ['not an object', text(`"${canary}"`), 'expected: username is missing, add it'],
    ['behind a portal', answerWith(200, `<html>${canary}</html>`), 'SyntaxError'],
    ['truncated', answerWith(200, `{"VersionId":"v1","SecretString":"${canary}`), 'SyntaxError'],
  ])('says so after one request: %s', async (_case, answer, message) => {
    server.answerNext(answer);

    const error = await failureOf(cache());

    expect(error.message).toContain(message);
    expect(error.message).toMatch(/^secret 'orders\/okta' \(AWSCURRENT\)/);
    expect(error.message).not.toMatch(/\.$/);
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain(canary);
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['throttled', failWith(400, 'ThrottlingException'), 'ThrottlingException (status 400'],
    ['an internal error', failWith(500, 'InternalServiceError'), 'InternalServiceError (status'],
    ['a broken connection', resetConnection, 'could not be read: '],
  ])('leaves retries to the client: %s', async (_case, answer, message) => {
    server.answerNext(answer, answer, answer);

    const error = await failureOf(cache());

    expect(error.message).toContain(message);
    expect(server.requests).toHaveLength(3);
  });

  it('succeeds when the client does, at its third attempt', async () => {
    const throttled = failWith(400, 'ThrottlingException');
    server.answerNext(throttled, throttled);

    await expect(cache().get()).resolves.toMatchObject({ versionId: 'v1' });
    expect(server.requests).toHaveLength(3);
  });

  it('gives up on a server that never answers', async () => {
    server.answerNext(hang);

    const { message } = await failureOf(cache({ timeoutSeconds: 0.1 }));

    expect(message).toContain('no answer in time, check the endpoint and its security group');
  });

  it('gives the name, and nothing more, of an error that is not made for it', async () => {
    server.put('v1', { password: canary });
    const failing = (error: unknown) =>
      cache({
        parse: () => {
          throw error;
        },
      });

    const [range, word] = await Promise.all([
      failureOf(failing(new RangeError(`bad ${canary}`))),
      failureOf(failing(canary)),
    ]);

    expect(range.message).toMatch(/, version v1, is not what was expected: RangeError$/);
    expect(word.message).toMatch(/: string$/);
    expect(inspect([range, word], { depth: Infinity, showHidden: true })).not.toContain(canary);
  });
});

describe('SecretCache with the client of the environment', () => {
  const names = ['AWS_ENDPOINT_URL', 'AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
  const before = names.map((name) => [name, process.env[name]] as const);

  afterEach(() => {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  });

  function fromEnvironment(): SecretCache<unknown> {
    const values = [endpoint(), 'eu-central-1', 'test', 'test'];
    names.forEach((name, index) => (process.env[name] = values[index]));
    return new SecretCache({ secretId: 'orders/okta', parse: (json) => json });
  }

  it('reads from the endpoint of the environment', async () => {
    await expect(fromEnvironment().get()).resolves.toEqual({
      value: { username: 'alice' },
      versionId: 'v1',
    });
  });

  it('tries again when an attempt hangs', async () => {
    server.answerNext(hang);

    await expect(fromEnvironment().get()).resolves.toMatchObject({ versionId: 'v1' });
    expect(server.requests).toHaveLength(2);
  });
});
