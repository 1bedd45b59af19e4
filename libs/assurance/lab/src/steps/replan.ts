import { describeChanges, type Plan } from '../terraform/plan';
import { type Step, StepFailure } from './step';

const PLAN_FILE = 'second.tfplan';
/** Of `terraform plan -detailed-exitcode`. */
const CHANGES = 2;

/** What was deployed is what was asked for: a second plan has nothing to do. */
export const replan: Step = {
  name: 'replan',
  continueAfterFailure: true,
  async run({ terraform }) {
    const args = ['plan', '-no-color', '-detailed-exitcode', `-out=${PLAN_FILE}`];
    const { exitCode } = await terraform.run(args, [0, CHANGES]);
    if (exitCode === CHANGES) {
      const changes = describeChanges(await terraform.show<Plan>(PLAN_FILE));
      throw new StepFailure(
        ['the second plan is not empty, it would', ...changes.map((line) => `  ${line}`)].join(
          '\n',
        ),
        { secondPlanEmpty: false },
      );
    }
    return { secondPlanEmpty: true };
  },
};
