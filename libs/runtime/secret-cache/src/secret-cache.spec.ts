import { inspect } from 'node:util';
import { SecretUnavailable } from '@culvert/errors';
import { failWith, hang, held } from '../test/secrets-manager-server';
import { setup } from '../test/setup';

const { server, cache, passSeconds } = setup();
const denied = failWith(400, 'AccessDeniedException');

const alice = { value: { username: 'alice' }, versionId: 'v1' };
const bob = { value: { username: 'bob' }, versionId: 'v2' };

describe('SecretCache.get', () => {
  it('reads the current version and parses it', async () => {
    await expect(cache().get()).resolves.toEqual(alice);
    expect(server.requests).toEqual([
      {
        SecretId: 'orders/okta',
        VersionStage: 'AWSCURRENT',
        target: 'secretsmanager.GetSecretValue',
      },
    ]);
  });

  it('asks again only after the TTL', async () => {
    const secrets = cache();
    await secrets.get();
    server.put('v2', { username: 'bob' });

    passSeconds(299);
    await expect(secrets.get()).resolves.toEqual(alice);
    passSeconds(1);
    await expect(secrets.get()).resolves.toEqual(bob);
    await expect(secrets.get()).resolves.toEqual(bob);

    expect(server.requests).toHaveLength(2);
  });

  it('sends one request for 100 concurrent calls', async () => {
    const secrets = cache();

    const all = await Promise.all(Array.from({ length: 100 }, () => secrets.get()));

    expect(new Set(all)).toEqual(new Set([alice]));
    expect(server.requests).toHaveLength(1);
  });

  it('fails all that wait for a failed flight, and none after it', async () => {
    const secrets = cache();
    server.answerNext(denied);

    const all = await Promise.allSettled([secrets.get(), secrets.get()]);

    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(secrets.get()).resolves.toEqual(alice);
    expect(server.requests).toHaveLength(2);
  });

  it('serves the old value while it cannot be read again, until the hard limit', async () => {
    const secrets = cache();
    await secrets.get();

    passSeconds(3599);
    server.answerNext(denied);
    await expect(secrets.get()).resolves.toEqual(alice);
    passSeconds(1);
    server.answerNext(denied);
    await expect(secrets.get()).rejects.toThrow(SecretUnavailable);
  });

  it('does not ask at each call while it cannot be read again', async () => {
    const secrets = cache();
    await secrets.get();
    passSeconds(300);
    server.answerNext(denied);

    await secrets.get();
    passSeconds(29);
    await secrets.get();
    expect(server.requests).toHaveLength(2);
    passSeconds(1);
    server.put('v2', { username: 'bob' });

    await expect(secrets.get()).resolves.toEqual(bob);
  });

  it('keeps the old value when the new one is malformed', async () => {
    const secrets = cache();
    await secrets.get();
    server.put('v2', { user: 'bob' });
    passSeconds(300);

    await expect(secrets.get()).resolves.toEqual(alice);
  });
});

describe('SecretCache when it is shown', () => {
  it('does not show what it holds', async () => {
    const secrets = cache();
    await secrets.get();

    expect(inspect(secrets, { depth: Infinity, showHidden: true })).not.toContain('alice');
  });
});

describe('SecretCache with a signal', () => {
  it('stops waiting when the signal aborts, and the others go on', async () => {
    const secrets = cache();
    const slow = held(failWith(400, 'AccessDeniedException'));
    server.answerNext(slow.answer);
    const leaving = new AbortController();

    const first = secrets.get({ signal: leaving.signal });
    const second = secrets.get();
    leaving.abort();

    await expect(first).rejects.toMatchObject({ name: 'DeadlineExceeded' });
    slow.release();
    await expect(second).rejects.toMatchObject({ name: 'SecretUnavailable' });
  });

  it('does not wait at all when it aborted before', async () => {
    const secrets = cache();

    await expect(secrets.get({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'DeadlineExceeded',
    });
    await expect(secrets.get()).resolves.toEqual(alice);
  });

  it('serves the old value when the signal aborts', async () => {
    const secrets = cache({ timeoutSeconds: 2 });
    await secrets.get();
    passSeconds(300);
    server.answerNext(hang);

    await expect(secrets.get({ signal: AbortSignal.abort() })).resolves.toEqual(alice);
  });
});

describe('SecretCache durations', () => {
  it('names every one that makes no sense', () => {
    expect(() => cache({ ttlSeconds: NaN, timeoutSeconds: 0, hardLimitSeconds: -1 })).toThrow(
      'ttlSeconds is NaN, use a positive number; hardLimitSeconds is -1, use a positive number; timeoutSeconds is 0, use a positive number',
    );
    expect(() => cache({ hardLimitSeconds: 60 })).toThrow(
      'hardLimitSeconds is 60, use at least the TTL 300',
    );
  });
});
