import { request as requestOverTls } from 'node:https';
import { json } from 'node:stream/consumers';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
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

  it('counts its connections, also one over which nothing is asked', async () => {
    const server = await ScriptedServer.http(serverAnswers.status(204));
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    const other = request(server.origin, { agent: false }).end();
    await Promise.all([once(socket, 'connect'), once(other, 'response')]);

    expect(server.connections).toBe(2);
    expect(await server.openConnections()).toBeGreaterThanOrEqual(1);
    await server.stop();
    expect(server.connections).toBe(2);
  });

  it('speaks TLS with the certificate that it is given', async () => {
    const authority = await TestCertificateAuthority.create();
    const server = await ScriptedServer.https(
      await authority.server(),
      serverAnswers.json({ id: 1 }),
    );

    const call = requestOverTls(server.origin, { ca: authority.ca, agent: false }).end();
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
