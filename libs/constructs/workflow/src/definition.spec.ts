import { machine } from '../test/machines';

describe('a definition', () => {
  const pass = (Next: string) => ({ Type: 'Pass', Next }) as const;
  const done = { Type: 'Succeed' } as const;

  it('fails when what starts it does not exist', () => {
    expect(() => machine({ StartAt: 'Cal', States: { Call: done } })).toThrow(
      'state machine "orders": StartAt "Cal" is none of [Call]',
    );
  });

  it.each([
    ['Next', { Type: 'Pass', Next: 'Gone' }],
    ['Default', { Type: 'Choice', Choices: [{ Next: 'Done' }], Default: 'Gone' }],
    ['Choices', { Type: 'Choice', Choices: [{ Next: 'Gone' }], Default: 'Done' }],
    [
      'Catch',
      {
        Type: 'Task',
        Resource: 'arn',
        Next: 'Done',
        Catch: [{ ErrorEquals: ['Forbidden'], Next: 'Gone' }],
      },
    ],
  ] as const)('fails when %s names a state that does not exist', (field, state) => {
    expect(() => machine({ StartAt: 'A', States: { A: state, Done: done } })).toThrow(
      `state "A": ${field} "Gone" is none of [A, Done]`,
    );
  });

  it('fails when a target is there in another scope only', () => {
    expect(() =>
      machine({
        StartAt: 'Both',
        States: {
          Both: {
            Type: 'Parallel',
            Branches: [{ StartAt: 'Inner', States: { Inner: pass('Done') } }],
            Next: 'Done',
          },
          Done: done,
        },
      }),
    ).toThrow('state "Inner": Next "Done" is none of [Inner]');
  });

  it('fails when nothing leads to a state', () => {
    expect(() =>
      machine({ StartAt: 'A', States: { A: done, B: pass('C'), C: pass('B') } }),
    ).toThrow(/state "B" is reached from nowhere; state "C" is reached from nowhere/);
  });

  it.each(['toString', '__proto__'])('fails on %s, which is not a state', (Next) => {
    expect(() => machine({ StartAt: 'A', States: { A: pass(Next) } })).toThrow(
      `Next "${Next}" is none of [A]`,
    );
  });

  it('fails when two states have one name, wherever they are', () => {
    const inner = { StartAt: 'Step', States: { Step: done } };

    expect(() =>
      machine({
        StartAt: 'Both',
        States: { Both: { Type: 'Parallel', Branches: [inner, inner], End: true } },
      }),
    ).toThrow('state "Step" is there twice');
  });

  it('fails when a name is longer than Step Functions takes', () => {
    const long = 'x'.repeat(81);

    expect(() => machine({ StartAt: long, States: { [long]: done } })).toThrow(
      'has a name of 81 characters: 80 are allowed',
    );
  });

  it('fails when States.ALL hides what comes after it, or stands beside others', () => {
    expect(() =>
      machine({
        StartAt: 'A',
        States: {
          A: {
            Type: 'Task',
            Resource: 'arn',
            Next: 'Done',
            Catch: [
              { ErrorEquals: ['States.ALL'], Next: 'Done' },
              { ErrorEquals: ['States.ALL', 'Forbidden'], Next: 'Done' },
              { ErrorEquals: [], Next: 'Done' },
            ],
          },
          Done: done,
        },
      }),
    ).toThrow(
      /"A": Catch 0 is States.ALL: put it last; .*Catch 1 has States.ALL beside other errors.*Catch 1 is States.ALL: put it last; .*Catch 2 names no error/,
    );
  });

  it('says everything that is wrong at once', () => {
    expect(() => machine({ StartAt: 'Gone', States: { A: pass('B') } })).toThrow(
      /StartAt "Gone".*"A" is reached from nowhere.*Next "B"/,
    );
  });
});
