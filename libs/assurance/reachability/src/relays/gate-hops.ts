import type { GateAnswer } from '@culvert/access';
import { Trail } from './trail';

/** What gates say, in their order; the first that blocks is the last. */
export function answersOf(answers: readonly GateAnswer[]): Trail {
  return Trail.sequence(
    ...answers.map(({ gate, passes, component, rule, detail }) =>
      Trail.hop({ kind: gate, component, detail, ...(rule === undefined ? {} : { rule }) }, passes),
    ),
  );
}
