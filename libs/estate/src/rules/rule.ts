import type { Draft } from '../private/draft';
import type { Finding } from '../private/finding';

/** Looks for one kind of mistake that takes more than a schema to see. */
export type Rule = (draft: Draft) => readonly Finding[];
