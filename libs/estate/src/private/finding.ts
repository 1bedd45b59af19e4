import type { Mistake } from '../estate-error';

/** A mistake that has not been traced to a file and line yet. */
export type Finding = Pick<Mistake, 'path' | 'value' | 'allowed'>;
