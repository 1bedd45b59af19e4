import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { accountOf, embeddedAwsForTests } from '../../test/embedded-account';

jest.setTimeout(60_000);

const roleArn = 'arn:aws:iam::111111111111:role/states';

describe('the language of state machines', () => {
  const aws = embeddedAwsForTests();

  async function run(name: string, state: object, input: object) {
    const states = new SFNClient(await accountOf(aws(), '111111111111'));
    const definition = JSON.stringify({ StartAt: 'Only', States: { Only: state } });
    const { stateMachineArn } = await states.send(
      new CreateStateMachineCommand({ name, roleArn, definition }),
    );
    const { executionArn } = await states.send(
      new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
    );
    for (;;) {
      const execution = await states.send(new DescribeExecutionCommand({ executionArn }));
      if (execution.status !== 'RUNNING') return execution;
      await sleep(50);
    }
  }

  it('has braces in a format, when they are escaped', async () => {
    const format = `States.StringToJson(States.Format('\\{"count":{},"of":"{}"\\}', $.n, $.what))`;
    const Parameters = { 'made.$': format };
    const { output } = await run(
      'format',
      { Type: 'Pass', Parameters, End: true },
      { n: 3, what: 'things' },
    );
    expect(JSON.parse(output ?? '')).toEqual({ made: { count: 3, of: 'things' } });
  });

  it("passes on an error of Step Functions' own", async () => {
    const state = { Type: 'Fail', ErrorPath: '$.Error', CausePath: '$.Cause' };
    expect(await run('fail', state, { Error: 'States.Timeout', Cause: 'too long' })).toMatchObject({
      status: 'FAILED',
      error: 'States.Timeout',
      cause: 'too long',
    });
  });
});
