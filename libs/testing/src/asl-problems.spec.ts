import { aslProblems } from './index';

describe('aslProblems', () => {
  it('finds nothing wrong with a valid definition', async () => {
    const definition = { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } };

    expect(await aslProblems(definition)).toEqual([]);
  });

  it('names a transition to nowhere', async () => {
    const definition = { StartAt: 'Call', States: { Call: { Type: 'Pass', Next: 'Gone' } } };

    expect((await aslProblems(definition)).join()).toContain('Gone');
  });
});
