import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../test/temporary-folder';
import type { DeployedStack, Exercise } from '../exercises';
import type { ExecutionReport } from '../report';
import { execute } from './execute';
import type { StackUnderTest } from './step';

const report = { executions: 1 } as ExecutionReport;
const { signal } = new AbortController();

function stackWith(outputs: object): StackUnderTest {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'terraform.tfstate'), JSON.stringify({ outputs }));
  const terraform = { show: () => Promise.resolve({ planned: true }) };
  return { name: 'orders', folder, terraform } as unknown as StackUnderTest;
}

const run = (exercise: Exercise) =>
  execute(exercise, signal).run(stackWith({ url: { value: 'https://orders' } }));

describe('execute', () => {
  it('gives the exercise the outputs, the plan and the state', async () => {
    const seen: DeployedStack[] = [];
    const facts = await run((stack) => {
      seen.push(stack);
      return Promise.resolve({ report, problems: [] });
    });

    expect(facts).toEqual({ executed: true, execution: report });
    expect(seen).toMatchObject([
      {
        outputs: { url: 'https://orders' },
        artifacts: { plan: '{"planned":true}', state: expect.stringContaining('https://orders') },
      },
    ]);
  });

  it('fails with every problem, and what was seen', async () => {
    await expect(run(async () => ({ report, problems: ['one', 'two'] }))).rejects.toMatchObject({
      message: 'one\ntwo',
      facts: { executed: false, execution: report },
    });
  });

  it('fails when the exercise cannot go on', async () => {
    await expect(run(() => Promise.reject(new Error('no Okta')))).rejects.toMatchObject({
      message: 'no Okta',
      facts: { executed: false },
    });
  });
});
