import type { Problem, Rule } from '../rule';
import { groupRules } from './group-rules';

export interface OpenRule extends Omit<Rule, 'check'> {
  /** What the ports are for. */
  readonly kind: 'admin' | 'web' | 'other';
  readonly message: string;
  readonly remedy: string;
}

/** A rule about security groups that let everyone in. ICMP does not count. */
export function openRule({ kind, message, remedy, ...rule }: OpenRule): Rule {
  return {
    ...rule,
    *check(graph): Iterable<Problem> {
      for (const { resource, path, direction, ports, open } of groupRules(graph)) {
        const isKind = ports === kind || (ports === 'all' && kind === 'admin');
        if (direction !== 'ingress' || !isKind || open === false) continue;
        yield { resource, path, message, remedy, missing: open === true ? [] : open.facts };
      }
    },
  };
}
