import type { Origin, Target } from '@culvert/reachability';
import type { Scope } from './scope';

/** One of the things that an end stands for, with its name for people. */
export interface Named<T> {
  readonly label: string;
  readonly is: T;
}

/** Whom and what an end stands for. */
export interface ResolvedEnd {
  readonly label: string;
  /** Those who begin, when it is an origin. */
  readonly origins: readonly Named<Origin>[];
  /** What is to be reached, when it is a target. */
  readonly targets: readonly Named<Target>[];
  /** What is there of it, when that is less than all that may come: for what must be possible. */
  readonly members?: readonly Named<Origin & Target>[];
  readonly scope: Scope;
  /** Where all its targets answer, when it says so itself, as a target group does. */
  readonly port?: number;
  /** Facts without which it is not known whether that is all of it. */
  readonly missing: readonly string[];
}
