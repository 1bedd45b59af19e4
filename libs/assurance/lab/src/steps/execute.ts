import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exercise } from '../exercises';
import { messageOf } from '../errors';
import { PLAN_FILE } from './plan';
import { type Step, StepFailure, type StackUnderTest } from './step';

/** What is deployed is used, and does what it is for. */
export function execute(exercise: Exercise, signal: AbortSignal): Step {
  return {
    name: 'execute',
    continueAfterFailure: true,
    async run(stack) {
      const deployed = { aws: stack.aws, signal, ...(await written(stack)) };
      const { report: execution, problems } = await exercise(deployed).catch((error) => {
        throw new StepFailure(messageOf(error), { executed: false });
      });
      if (problems.length > 0) {
        throw new StepFailure(problems.join('\n'), { executed: false, execution });
      }
      return { executed: true, execution };
    },
  };
}

/** What Terraform says about the stack, and what it has written of it. */
async function written({ folder, terraform }: StackUnderTest) {
  const state = await readFile(join(folder, 'terraform.tfstate'), 'utf8');
  const plan = JSON.stringify(await terraform.show<object>(PLAN_FILE));
  const { outputs } = JSON.parse(state) as {
    readonly outputs: Readonly<Record<string, { readonly value: unknown }>>;
  };
  return {
    artifacts: { plan, state },
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([name, { value }]) => [name, value] as const),
    ),
  };
}
