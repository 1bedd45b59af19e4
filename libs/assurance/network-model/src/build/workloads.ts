import type { ById } from '../network';
import type { Workload } from '../workload';
import type { Source } from '../private/source';

export function workloads(_source: Source): ById<Workload> {
  return new Map();
}
