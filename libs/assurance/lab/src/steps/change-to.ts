import { cp } from 'node:fs/promises';
import type { Change } from '../synth';
import { apply } from './apply';
import { plan } from './plan';
import { replan } from './replan';
import type { Step } from './step';

/** What is deployed becomes what another estate says, on the same state: the steps that a team takes. */
export function changeTo({ estate, folder }: Change): readonly Step[] {
  const planChange: Step = {
    ...plan,
    async run(stack) {
      await cp(folder, stack.folder, { recursive: true });
      return plan.run(stack);
    },
  };
  return [planChange, apply, replan].map((step) => ({ ...step, name: `${step.name} ${estate}` }));
}
