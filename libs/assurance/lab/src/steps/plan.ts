import { countByAccount, countResources, type Plan } from '../terraform/plan';
import type { Step } from './step';

/** The plan that is applied, to the byte. */
export const PLAN_FILE = 'first.tfplan';

export const plan: Step = {
  name: 'plan',
  async run({ terraform }) {
    await terraform.run(['plan', '-no-color', `-out=${PLAN_FILE}`]);
    const planned = await terraform.show<Plan>(PLAN_FILE);
    return { resources: countResources(planned), accounts: countByAccount(planned) };
  },
};
