import { PLAN_FILE } from './plan';
import { type Step, StepFailure } from './step';
import { messageOf } from '../errors';

export const apply: Step = {
  name: 'apply',
  async run({ terraform }) {
    await terraform.run(['apply', '-no-color', PLAN_FILE]).catch((error) => {
      throw new StepFailure(messageOf(error), { deployed: false });
    });
    return { deployed: true };
  },
};
