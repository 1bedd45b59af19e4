import type { Exercise } from './exercise';
import { oktaCaller } from './okta-caller';

export * from './exercise';

/** Exercises by the name of their stack; other stacks are deployed and not used. */
export const EXERCISES: Readonly<Record<string, Exercise>> = { 'okta-caller': oktaCaller };
