import type { GateAnswer } from '@culvert/access';
import type { Truth } from '@culvert/symbolic';
import type { Hop } from '../hop';
import type { Place } from './place';
import { Trail } from './trail';

/** What gates say, in their order; the first that blocks is the last. */
export function answersOf(answers: readonly GateAnswer[]): Trail {
  return Trail.sequence(
    ...answers.map((answer) => {
      const { passes, leaks = passes, leakDetail = answer.detail } = answer;
      return Trail.of({
        passes,
        leaks,
        hops: [hopOf(answer, passes)],
        // From those addresses from which it does pass.
        leakingHops: [hopOf({ ...answer, detail: leakDetail }, leaks)],
      });
    }),
  );
}

/** The same without what others say of their own endpoint. */
export function gatesAt({ kind }: Place, answers: readonly GateAnswer[]): Trail {
  return answersOf(
    kind === 'elsewhere' ? answers.filter(({ gate }) => gate !== 'endpoint policy') : answers,
  );
}

function hopOf({ gate, component, rule, detail }: GateAnswer, { value }: Truth): Hop {
  return {
    kind: gate,
    component,
    ...(rule === undefined ? {} : { rule }),
    effect: value === 'unknown' ? 'unknown' : value ? 'passes' : 'blocks',
    detail,
  };
}
