import { CustomerKey } from '@culvert/identity';
import type { PolicyStatement } from '@culvert/policy';
import { type Account, MultiAccountStack } from '@culvert/stack';
import { SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import { lambdaErrors, retry, StateMachine, type StateMachineDefinition } from '../src/index';

/** A task with retrier and catcher. */
export const CALL: StateMachineDefinition = {
  StartAt: 'Call',
  States: {
    Call: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'orders', 'Payload.$': '$' },
      Retry: [
        retry(lambdaErrors.notRun, { intervalSeconds: 1, maxAttempts: 5, maxDelaySeconds: 20 }),
      ],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed' }],
      End: true,
    },
    Failed: { Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.error.Cause' },
  },
};

/** What is created in an account that has a key. */
export function synthesise(create: (account: Account, key: CustomerKey) => void): SynthesisedStack {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: { application: { accountId: '111111111111', region: 'eu-central-1' } },
  });
  const account = stack.account('application');
  create(account, new CustomerKey(account, 'key', { name: 'orders', description: 'at rest' }));
  return SynthesisedStack.of(stack);
}

/** One state machine. */
export function machine(definition: StateMachineDefinition = CALL): SynthesisedStack {
  return synthesise((account, key) => {
    new StateMachine(account, 'orders', { name: 'orders', definition, key });
  });
}

/** The statements of the one policy of a type. */
export function statementsOf(synthesised: SynthesisedStack, type: string): PolicyStatement[] {
  return JSON.parse(synthesised.only(type).arguments['policy'] as string).Statement;
}

/** The definition of the one state machine. */
export function definitionOf(synthesised: SynthesisedStack): StateMachineDefinition {
  return JSON.parse(synthesised.only('aws_sfn_state_machine').arguments['definition'] as string);
}

/** The statement with a sid. */
export function statement(statements: readonly PolicyStatement[], sid: string) {
  return statements.find(({ Sid }) => Sid === sid);
}
