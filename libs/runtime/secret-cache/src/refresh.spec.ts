import { failWith, held, answerWith } from '../test/secrets-manager-server';
import { setup } from '../test/setup';

const { server, cache, passSeconds } = setup();

describe('SecretCache.refresh', () => {
  it('reads a refused version again, before its TTL', async () => {
    const secrets = cache();
    const { versionId } = await secrets.get();
    server.put('v2', { username: 'bob' });

    await expect(secrets.refresh(versionId)).resolves.toMatchObject({ versionId: 'v2' });
    await expect(secrets.get()).resolves.toMatchObject({ versionId: 'v2' });
    expect(server.requests).toHaveLength(2);
  });

  it('reads the same version again only once', async () => {
    const secrets = cache();
    await secrets.get();

    for (let call = 0; call < 3; call += 1)
      await expect(secrets.refresh('v1')).resolves.toMatchObject({ versionId: 'v1' });

    expect(server.requests).toHaveLength(2);
  });

  it('reads once more for the next version that is refused', async () => {
    const secrets = cache();
    await secrets.get();
    server.put('v2', { username: 'bob' });
    await secrets.refresh('v1');
    server.put('v3', { username: 'carol' });

    await expect(secrets.refresh('v2')).resolves.toMatchObject({ versionId: 'v3' });
    await expect(secrets.refresh('v1')).resolves.toMatchObject({ versionId: 'v3' });
    expect(server.requests).toHaveLength(3);
  });

  it('does not read when another version is there already', async () => {
    const secrets = cache();
    await secrets.get();

    await expect(secrets.refresh('v0')).resolves.toMatchObject({ versionId: 'v1' });
    expect(server.requests).toHaveLength(1);
  });

  it('sends one request for 100 concurrent refusals', async () => {
    const secrets = cache();
    await secrets.get();

    await Promise.all(Array.from({ length: 100 }, () => secrets.refresh('v1')));

    expect(server.requests).toHaveLength(2);
  });

  it('reads again after a flight that began before the refusal', async () => {
    const secrets = cache();
    await secrets.get();
    passSeconds(300);
    const slow = held(answerWith(200, { VersionId: 'v1', SecretString: '{"username":"alice"}' }));
    server.answerNext(slow.answer);

    const before = secrets.get();
    const refreshed = Promise.all([secrets.refresh('v1'), secrets.refresh('v1')]);
    server.put('v2', { username: 'bob' });
    slow.release();

    await expect(before).resolves.toMatchObject({ versionId: 'v1' });
    await expect(refreshed).resolves.toMatchObject([{ versionId: 'v2' }, { versionId: 'v2' }]);
    expect(server.requests).toHaveLength(3);
  });

  it('fails rather than give the refused version back, and may be tried again', async () => {
    const secrets = cache();
    await secrets.get();
    server.put('v2', { username: 'bob' });
    server.answerNext(failWith(400, 'AccessDeniedException'));

    await expect(secrets.refresh('v1')).rejects.toMatchObject({ name: 'SecretUnavailable' });
    await expect(secrets.refresh('v1')).resolves.toMatchObject({ versionId: 'v2' });
  });

  it('stops waiting when the signal aborts', async () => {
    const secrets = cache();
    await secrets.get();

    await expect(secrets.refresh('v1', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'DeadlineExceeded',
    });
  });
});

describe('SecretCache in the middle of a rotation', () => {
  it('uses the pending version only when it has become the current one', async () => {
    const secrets = cache();
    await secrets.get();
    server.put('v2', { username: 'bob' }, 'AWSPENDING');

    await expect(secrets.refresh('v1')).resolves.toMatchObject({ versionId: 'v1' });
    passSeconds(300);
    await expect(secrets.get()).resolves.toMatchObject({ versionId: 'v1' });
    server.finishRotation();
    passSeconds(300);
    await expect(secrets.get()).resolves.toMatchObject({ versionId: 'v2' });
  });

  it('reads the pending version when asked to', async () => {
    server.put('v2', { username: 'bob' }, 'AWSPENDING');

    await expect(cache({ versionStage: 'AWSPENDING' }).get()).resolves.toMatchObject({
      versionId: 'v2',
    });
  });

  it('never fails a caller while versions move', async () => {
    const secrets = cache({ ttlSeconds: 1 });
    const seen = new Set<string>();

    for (let round = 2; round < 10; round += 1) {
      server.put(`v${round}`, { username: `user${round}` }, 'AWSPENDING');
      const calls = Array.from({ length: 20 }, () => secrets.get());
      server.finishRotation();
      passSeconds(1);
      for (const { versionId } of await Promise.all(calls)) seen.add(versionId);
    }

    expect((await secrets.get()).versionId).toBe('v9');
    expect(seen.size).toBeGreaterThan(1);
  });
});
