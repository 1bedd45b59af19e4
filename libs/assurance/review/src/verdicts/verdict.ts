import type { FlowResult, PathHop } from '@culvert/report';
import { and, missingFacts, type Truth } from '@culvert/symbolic';

/** What is demanded, and the way that tells why. */
export interface Judged {
  readonly holds: Truth;
  readonly hops: readonly PathHop[];
  /** Such as `aws_instance.a to aws_lb.b`. */
  readonly what: string;
}

/** The verdict of all together. Nothing to judge is nothing known, for want of `missing`. */
export function verdictOf(
  judged: readonly Judged[],
  missing: readonly string[],
  proven: string,
): Pick<FlowResult, 'verdict' | 'reason' | 'missing'> {
  const holds = and(...judged.map(({ holds }) => holds));
  if (holds.value === false) {
    const first = judged.find(({ holds: { value } }) => value === false);
    return { verdict: 'REFUTED', reason: reasonOf(first), missing: [] };
  }
  const facts = [...new Set([...missingFacts(holds), ...missing])].sort();
  if (holds.value === 'unknown' || facts.length > 0) {
    const first = judged.find(({ holds: { value } }) => value === 'unknown');
    const reason = first === undefined ? `it is not known: ${facts.join(', ')}` : reasonOf(first);
    return { verdict: 'UNKNOWN', reason, missing: facts };
  }
  return { verdict: 'PROVEN', reason: proven, missing: [] };
}

function reasonOf(judged: Judged | undefined): string {
  if (judged === undefined) return '';
  const { what, hops, holds } = judged;
  const effect = holds.value === 'unknown' ? 'unknown' : 'blocks';
  const decides = hops.findLast((hop) => hop.effect === effect);
  if (decides === undefined) return what;
  const rule = decides.rule === undefined ? '' : ` (${decides.rule})`;
  return `${what}: ${decides.kind} ${decides.component}${rule} ${decides.detail}`;
}
