import { request } from 'node:https';
import { json } from 'node:stream/consumers';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { ScriptedServer, serverAnswers, TestCertificateAuthority } from './index';

describe('ScriptedServer', () => {
  it('gives its answers in turn, the last again and again, and remembers what came', async () => {
    const server = await ScriptedServer.http(
      serverAnswers.status(503),
      serverAnswers.json({ id: 1 }),
    );

    const statuses: number[] = [];
    for (const body of ['a', 'b', 'c']) {
      const response = await fetch(`${server.origin}/orders?x=1`, { method: 'POST', body });
      statuses.push(response.status);
    }
    await server.stop();

    expect(statuses).toEqual([503, 200, 200]);
    expect(server.received.map(({ method, url, body }) => ({ method, url, body }))).toEqual(
      ['a', 'b', 'c'].map((body) => ({ method: 'POST', url: '/orders?x=1', body })),
    );
  });

  it('speaks TLS with the certificate that it is given', async () => {
    const authority = await TestCertificateAuthority.create();
    const server = await ScriptedServer.https(
      await authority.server(),
      serverAnswers.json({ id: 1 }),
    );

    const call = request(server.origin, { ca: authority.ca, agent: false }).end();
    const [response] = (await once(call, 'response')) as [IncomingMessage];

    await expect(json(response)).resolves.toEqual({ id: 1 });
    await server.stop();
  });

  it.each([
    ['reset', serverAnswers.reset],
    ['broken off', serverAnswers.breakOff],
  ])('lets a client see a connection %s', async (_, answer) => {
    const server = await ScriptedServer.http(answer);

    await expect(fetch(server.origin).then((response) => response.text())).rejects.toThrow();
    await server.stop();
  });
});
