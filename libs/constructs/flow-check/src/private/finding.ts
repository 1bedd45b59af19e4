import type { FlowProblem } from '../flow-problem';

/** A problem before it is known whose it is. */
export type Finding = Omit<FlowProblem, 'flow'>;
