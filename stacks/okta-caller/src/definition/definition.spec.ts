import { type ErrorName, errorHandling, errorNames } from '@culvert/errors';
import { aslProblems } from '@culvert/testing';
import { definitionsOf, type State, statesOf } from '../../test/definitions';
import { synthesise } from '../../test/synthesise';

const all = [...definitionsOf(synthesise('lab'))];
const definitions = all.filter(([name]) => name !== 'okta-caller-rotation-watch');
const tasks = definitions.flatMap(([machine, definition]) =>
  Object.entries(statesOf(definition))
    .filter(([, { Type }]) => Type === 'Task')
    .map(([name, state]) => ({
      title: `${name} of ${machine}`,
      state,
      states: statesOf(definition),
    })),
);
const retriedBy = ({ Retry = [] }: State) => Retry.flatMap(({ ErrorEquals }) => ErrorEquals);

describe('the state machines', () => {
  it('are two for each caller', () => {
    expect(definitions.map(([name]) => name).sort()).toEqual(
      ['invoices', 'orders', 'shipments']
        .flatMap((caller) => [`okta-caller-${caller}`, `okta-caller-${caller}-batch`])
        .sort(),
    );
    expect(tasks).toHaveLength(12);
  });

  it.each(all)('%s is valid for an independent validator', async (_name, definition) => {
    expect(await aslProblems(definition)).toEqual([]);
  });

  describe.each(tasks)('$title', ({ state, states }) => {
    it.each(errorNames)('catches %s by name, and fails with it and its cause', (name) => {
      const catcher = state.Catch?.find(({ ErrorEquals }) => ErrorEquals.includes(name));

      expect(catcher).toEqual({ ErrorEquals: [name], Next: name, ResultPath: '$.error' });
      expect(states[name]).toEqual({ Type: 'Fail', Error: name, CausePath: '$.error.Cause' });
    });

    it('tries again what passes, and only that', () => {
      const retried = retriedBy(state).filter((name): name is ErrorName => name in errorHandling);

      expect(retried.sort()).toEqual(
        errorNames.filter((name) => errorHandling[name] === 'retry').sort(),
      );
    });

    it('catches what has no class under its own name, last', () => {
      const last = state.Catch?.at(-1);

      expect(last?.ErrorEquals).toEqual(['States.ALL']);
      expect(states[last?.Next ?? '']).toEqual({
        Type: 'Fail',
        ErrorPath: '$.error.Error',
        CausePath: '$.error.Cause',
      });
    });

    it('waits a random time, up to a limit', () => {
      for (const retrier of state.Retry ?? []) {
        expect(retrier).toMatchObject({
          JitterStrategy: 'FULL',
          MaxDelaySeconds: expect.any(Number),
        });
      }
    });
  });

  it.each([
    ['Call', true],
    ['CallOnce', false],
  ])('repeat in %s what nobody knows the outcome of: %s', (name, repeated) => {
    for (const [, definition] of definitions) {
      const retried = retriedBy(statesOf(definition)[name] as State);

      expect(retried).toContain('Lambda.TooManyRequestsException');
      for (const unknown of ['Lambda.ClientExecutionTimeoutException', 'States.Timeout']) {
        expect(retried.includes(unknown)).toBe(repeated);
      }
    }
  });

  it('refuse what is no request, and a batch that is elsewhere, as InvalidInput', () => {
    for (const [name, definition] of definitions) {
      const refusals = Object.entries(statesOf(definition)).filter(([state]) =>
        state.startsWith('Refuse'),
      );

      expect(refusals).toHaveLength(name.endsWith('-batch') ? 2 : 1);
      for (const [, state] of refusals) {
        expect(state).toMatchObject({ Type: 'Fail', Error: 'InvalidInput' });
      }
    }
  });

  it('make no more requests at once in a batch than the function takes', () => {
    for (const [name, definition] of definitions.filter(([machine]) => machine.endsWith('batch'))) {
      expect([name, definition.States['Requests']?.MaxConcurrency]).toEqual([name, 4]);
    }
  });
});
