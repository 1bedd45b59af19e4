import { messageOf } from '../errors';
import { type Step, StepFailure, type StackUnderTest } from './step';

/** Everything goes again, and nothing is left in the state. */
export const destroy: Step = {
  name: 'destroy',
  async run(stack) {
    const left = await destroyed(stack).catch((error) => {
      throw new StepFailure(messageOf(error), { destroyed: false });
    });
    if (left.length > 0) {
      throw new StepFailure(`left in the state: ${left.join(', ')}`, { destroyed: false });
    }
    return { destroyed: true };
  },
};

async function destroyed({ terraform }: StackUnderTest): Promise<string[]> {
  await terraform.run(['destroy', '-no-color', '-auto-approve']);
  const { stdout } = await terraform.run(['state', 'list']);
  return stdout.split('\n').filter((address) => address !== '');
}
