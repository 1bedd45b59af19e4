import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DeleteFunctionCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { deployFunction, type FunctionToDeploy } from '../../test/deployed-function';
import { type Account, accountOf, embeddedAwsForTests } from '../../test/embedded-account';
import { startEmbeddedAws } from './embedded-aws';

jest.setTimeout(60_000);

const accountId = '111111111111';

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('an invocation of a deployed function', () => {
  const aws = embeddedAwsForTests();
  let account: Account;
  beforeAll(async () => {
    account = await accountOf(aws(), accountId);
  });

  const deploy = (name: string, code: string, more: Partial<FunctionToDeploy> = {}) =>
    deployFunction(account, { name, code, ...more });

  async function invoke(name: string, event: unknown = {}) {
    const answer = await new LambdaClient({ ...account, maxAttempts: 1 }).send(
      new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event) }),
    );
    return {
      error: answer.FunctionError,
      payload: JSON.parse(answer.Payload?.transformToString() ?? 'null') as Record<string, unknown>,
    };
  }

  const environmentsOf = async (name: string) =>
    (await aws().executionEnvironments()).filter(({ functionName }) => functionName === name);

  it('returns what the handler returned, and keeps the environment warm', async () => {
    await deploy('warm', 'let n = 0; exports.handler = async (event) => ({ n: ++n, event });');

    expect(await invoke('warm', { a: 1 })).toEqual({
      error: undefined,
      payload: { n: 1, event: { a: 1 } },
    });
    expect((await invoke('warm')).payload['n']).toBe(2);
    expect(await environmentsOf('warm')).toMatchObject([{ alive: true, invocations: 2 }]);
  });

  it('gives the handler its variables, its role and what is left of its time', async () => {
    await deploy(
      'context',
      `exports.handler = async (_event, context) => ({
         own: process.env.OWN, name: process.env.AWS_LAMBDA_FUNCTION_NAME, region: process.env.AWS_REGION,
         arn: context.invokedFunctionArn, left: context.getRemainingTimeInMillis() });`,
      { variables: { OWN: 'value' }, timeout: 30 },
    );

    const { payload } = await invoke('context');
    expect(payload).toMatchObject({
      own: 'value',
      name: 'context',
      region: 'eu-central-1',
      arn: `arn:aws:lambda:eu-central-1:${accountId}:function:context`,
    });
    expect(payload['left']).toBeGreaterThan(0);
    expect(payload['left']).toBeLessThanOrEqual(30_000);
  });

  it('fails with the name of the error that the handler threw, and uses the environment again', async () => {
    await deploy(
      'throws',
      `class Forbidden extends Error { name = 'Forbidden'; }
       exports.handler = async () => { throw new Forbidden('no'); };`,
    );

    const { error, payload } = await invoke('throws');
    expect(error).toBe('Unhandled');
    expect(payload).toMatchObject({ errorType: 'Forbidden', errorMessage: 'no' });
    expect(payload['trace']).toContain('Forbidden: no');
    await invoke('throws');
    expect(await environmentsOf('throws')).toMatchObject([{ alive: true, invocations: 2 }]);
  });

  it.each([
    ['whose initialisation throws', `throw new TypeError('at load');`, 'TypeError'],
    ['without a handler', '', 'Runtime.HandlerNotFound'],
    ['that exits', 'exports.handler = () => process.exit(3);', 'Runtime.ExitError'],
    [
      'that takes too long',
      'exports.handler = () => new Promise((r) => setTimeout(r, 60_000));',
      'Sandbox.Timedout',
    ],
  ])('ends the environment of a function %s', async (_which, code, errorType) => {
    const name = errorType.replace('.', '-');
    await deploy(name, code, { timeout: errorType === 'Sandbox.Timedout' ? 1 : 20 });

    expect(await invoke(name)).toMatchObject({ error: 'Unhandled', payload: { errorType } });
    expect(await environmentsOf(name)).toMatchObject([{ alive: false }]);
  });

  it('starts as many environments as there are events at the same time, up to the reservation', async () => {
    await deploy(
      'busy',
      'exports.handler = () => new Promise((resolve) => setTimeout(resolve, 3_000));',
      { concurrency: 2 },
    );

    const settled = await Promise.allSettled([1, 2, 3].map(() => invoke('busy')));
    const refused = settled.filter((result) => result.status === 'rejected');
    expect(refused.map(({ reason }) => (reason as Error).name)).toEqual([
      'TooManyRequestsException',
    ]);
    expect(await environmentsOf('busy')).toHaveLength(2);
  });

  it('puts every line of output into the log group of the function, with the causes of errors', async () => {
    await deploy(
      'logs',
      `exports.handler = async () => {
         console.log('to standard output'); console.error('to standard error');
         throw new Error('outer', { cause: new Error('the cause') });
       };`,
    );
    await invoke('logs');

    const logs = new CloudWatchLogsClient(account);
    const lines = async () => {
      const { events } = await logs.send(
        new FilterLogEventsCommand({ logGroupName: '/spec/logs' }),
      );
      return (events ?? []).map(({ message }) => message).join('\n');
    };
    while (!(await lines().catch(() => '')).includes('the cause'));
    expect(await lines()).toMatch(/to standard output\nto standard error\nERROR Invoke Error/);
  });

  it('reaches what the network routes, and nothing else', async () => {
    const server = createServer((request, response) => response.end(request.headers.host));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    aws().route({ 'orders.corp.example.com:80': (server.address() as AddressInfo).port });
    await deploy(
      'network',
      `exports.handler = async ({ urls }) => Promise.all(urls.map((url) =>
         fetch(url).then((response) => response.text(), (error) => error.cause.code)));`,
    );

    const { payload } = await invoke('network', {
      urls: [
        'http://orders.corp.example.com/',
        'http://orders.corp.example.com:81/',
        'http://192.0.2.1/',
      ],
    });
    expect(payload).toEqual(['orders.corp.example.com', 'ENETUNREACH', 'ENETUNREACH']);
    server.close();
  });

  it('ends with the embedded AWS', async () => {
    const other = await startEmbeddedAws();
    const configuration = await accountOf(other, accountId);
    await deployFunction(configuration, {
      name: 'pid',
      code: 'exports.handler = () => process.pid;',
    });
    const { Payload } = await new LambdaClient(configuration).send(
      new InvokeCommand({ FunctionName: 'pid' }),
    );
    const pid = Number(Payload?.transformToString());
    expect(process.kill(pid, 0)).toBe(true);

    await other.stop();
    while (isAlive(pid));
  });

  it('ends the environments of a function that is deleted', async () => {
    await deploy('deleted', 'exports.handler = async () => process.pid;');
    await invoke('deleted');
    await new LambdaClient(account).send(new DeleteFunctionCommand({ FunctionName: 'deleted' }));
    expect(await environmentsOf('deleted')).toMatchObject([{ alive: false }]);
  });
});
