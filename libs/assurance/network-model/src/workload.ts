import type { Text } from '@culvert/symbolic';
import type { Component, Ref } from './component';

/** What begins connections or answers them: its interfaces are in the network's, with it as their owner. */
export interface Workload extends Component {
  readonly kind: 'instance' | 'function' | 'task' | 'database' | 'other';
  /** The role that it has: an instance profile's, a function's, a task's. */
  readonly role: Ref | Text | undefined;
}
