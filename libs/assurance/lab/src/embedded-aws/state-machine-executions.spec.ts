import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  SFNClient,
  StartExecutionCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';
import { setTimeout as sleep } from 'node:timers/promises';
import { deployFunction } from '../../test/deployed-function';
import { type Account, accountOf, embeddedAwsForTests } from '../../test/embedded-account';

jest.setTimeout(120_000);

const accountId = '111111111111';
const roleArn = `arn:aws:iam::${accountId}:role/states`;

/** Fails by name as often as it is told to, then returns its input and how often it was called. */
const FLAKY = `let calls = 0;
class Transient extends Error { name = 'Transient'; }
exports.handler = async (event) => {
  calls += 1;
  if (calls <= (event.failures ?? 0)) throw new Transient('not yet');
  return { calls, event };
};`;

describe('an execution of a state machine', () => {
  const aws = embeddedAwsForTests();
  let account: Account;
  let states: SFNClient;
  beforeAll(async () => {
    account = await accountOf(aws(), accountId);
    states = new SFNClient({ ...account, maxAttempts: 1 });
  });

  async function machineOf(name: string, code: string, task: object = {}, concurrency?: number) {
    const FunctionName = await deployFunction(account, { name, code, concurrency });
    const Parameters = { FunctionName, 'Payload.$': '$' };
    const { stateMachineArn } = await states.send(
      new CreateStateMachineCommand({
        name,
        roleArn,
        definition: JSON.stringify({
          StartAt: 'Call',
          States: {
            Call: {
              Type: 'Task',
              Resource: 'arn:aws:states:::lambda:invoke',
              Parameters,
              OutputPath: '$.Payload',
              ...task,
              End: true,
            },
          },
        }),
      }),
    );
    return stateMachineArn as string;
  }

  async function execute(stateMachineArn: string, input: object = {}) {
    const { executionArn } = await states.send(
      new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
    );
    for (;;) {
      const execution = await states.send(new DescribeExecutionCommand({ executionArn }));
      if (execution.status !== 'RUNNING') return execution;
      await sleep(50);
    }
  }

  it('invokes the deployed function in the account of the state machine', async () => {
    const machine = await machineOf('plain', FLAKY);

    const { status, output } = await execute(machine, { order: 7 });
    expect(status).toBe('SUCCEEDED');
    expect(JSON.parse(output as string)).toEqual({ calls: 1, event: { order: 7 } });
  });

  it('retries an error by the name that the function threw', async () => {
    const retrier = { IntervalSeconds: 1, MaxDelaySeconds: 2, JitterStrategy: 'FULL' };
    const machine = await machineOf('retried', FLAKY, {
      Retry: [{ ErrorEquals: ['Transient'], MaxAttempts: 3, ...retrier }],
    });

    const { output } = await execute(machine, { failures: 2 });
    expect(JSON.parse(output as string)).toMatchObject({ calls: 3 });
  });

  it('fails with the name and the cause of an error that nothing catches', async () => {
    const machine = await machineOf('failing', FLAKY);

    const { status, error, cause } = await execute(machine, { failures: 9 });
    expect({ status, error }).toEqual({ status: 'FAILED', error: 'Transient' });
    expect(cause).toContain('not yet');
  });

  it('is told by name that the function is busy', async () => {
    const code = 'exports.handler = () => new Promise((resolve) => setTimeout(resolve, 2_000));';
    const machine = await machineOf('throttled', code, {}, 1);

    const ended = await Promise.all([execute(machine), execute(machine)]);
    expect(ended.map(({ status, error }) => error ?? status).sort()).toEqual([
      'Lambda.TooManyRequestsException',
      'SUCCEEDED',
    ]);
  });

  it('holds 100 at the same time', async () => {
    const retrier = { IntervalSeconds: 1, MaxDelaySeconds: 4, JitterStrategy: 'FULL' };
    const machine = await machineOf(
      'hundred',
      FLAKY,
      {
        Retry: [{ ErrorEquals: ['Lambda.TooManyRequestsException'], MaxAttempts: 99, ...retrier }],
      },
      3,
    );

    const ended = await Promise.all(Array.from({ length: 100 }, () => execute(machine)));
    expect(ended.filter(({ status }) => status === 'SUCCEEDED')).toHaveLength(100);
    const environments = (await aws().executionEnvironments()).filter(
      ({ functionName }) => functionName === 'hundred',
    );
    expect(environments.length).toBeLessThanOrEqual(3);
    expect(environments.reduce((sum, { invocations }) => sum + invocations, 0)).toBe(100);
  });

  it('evaluates JSONata, and fails when it cannot', async () => {
    const FunctionName = await deployFunction(account, { name: 'jsonata', code: FLAKY });
    const definition = {
      QueryLanguage: 'JSONata',
      StartAt: 'Call',
      States: {
        Call: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Arguments: {
            FunctionName,
            Payload:
              "{% $merge([$states.input, { 'said': 'a \"quoted\" word', 'retries': $states.context.State.RetryCount }]) %}",
          },
          Output: '{% $states.result.Payload.event %}',
          Catch: [
            {
              ErrorEquals: ['Transient'],
              Output: '{% $states.errorOutput %}',
              Next: 'Failed',
            },
          ],
          End: true,
        },
        Failed: {
          Type: 'Fail',
          Error: '{% $states.input.Error %}',
          Cause: '{% $states.input.Cause %}',
        },
      },
    };
    const { stateMachineArn } = await states.send(
      new CreateStateMachineCommand({
        name: 'jsonata',
        roleArn,
        definition: JSON.stringify(definition),
      }),
    );

    const failed = await execute(stateMachineArn as string, { failures: 1 });
    expect(failed).toMatchObject({ status: 'FAILED', error: 'Transient' });
    expect(failed.cause).toContain('not yet');
    const { output } = await execute(stateMachineArn as string, { order: 7 });
    expect(JSON.parse(output as string)).toEqual({
      order: 7,
      said: 'a "quoted" word',
      retries: 0,
    });
  });

  it('has a history', async () => {
    const { executionArn } = await execute(await machineOf('history', FLAKY), { order: 'seen' });
    const { events } = await states.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events?.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['ExecutionStarted', 'TaskSucceeded', 'ExecutionSucceeded']),
    );
    expect(JSON.stringify(events)).toContain('seen');
  });

  it('is of a state machine that keeps its type', async () => {
    const definition = JSON.stringify({ StartAt: 'End', States: { End: { Type: 'Succeed' } } });
    const { stateMachineArn } = await states.send(
      new CreateStateMachineCommand({ name: 'express', type: 'EXPRESS', roleArn, definition }),
    );
    const { type } = await states.send(new DescribeStateMachineCommand({ stateMachineArn }));
    expect(type).toBe('EXPRESS');
  });

  it.each([
    ['OK', { StartAt: 'End', States: { End: { Type: 'Succeed' } } }],
    ['FAIL', { StartAt: 'End', States: { End: { Type: 'Unheard' } } }],
  ])('is of a definition whose validation is %s', async (expected, definition) => {
    const { result, diagnostics } = await states.send(
      new ValidateStateMachineDefinitionCommand({ definition: JSON.stringify(definition) }),
    );
    expect(result).toBe(expected);
    expect(diagnostics).toHaveLength(expected === 'OK' ? 0 : 1);
  });
});
