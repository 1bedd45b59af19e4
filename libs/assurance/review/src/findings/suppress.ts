import type { ReportedFinding, SuppressionProblem } from '@culvert/report';
import { SymbolicText } from '@culvert/symbolic';
import type { DeclaredSuppression } from '../input/suppressions';

/** Findings with what accepts them, and suppressions that accept nothing. */
export interface Suppressed {
  readonly findings: readonly ReportedFinding[];
  readonly problems: readonly SuppressionProblem[];
}

/** @param today `YYYY-MM-DD` */
export function suppress(
  findings: readonly ReportedFinding[],
  suppressions: readonly DeclaredSuppression[],
  today: string,
): Suppressed {
  const used = new Set<DeclaredSuppression>();
  const suppressed = findings.map((finding) => {
    const fitting = suppressions.filter((each) => fits(each, finding));
    for (const each of fitting) used.add(each);
    const valid = fitting.find(({ expires }) => expires >= today);
    if (valid === undefined) return finding;
    const { reason, owner, expires } = valid;
    return { ...finding, suppression: { reason, owner, expires } };
  });
  const problems = suppressions.flatMap((each): SuppressionProblem[] => {
    const { rule, resource, owner, expires } = each;
    const problem = expires < today ? 'expired' : 'unmatched';
    return problem === 'unmatched' && used.has(each)
      ? []
      : [{ problem, rule, resource, owner, expires }];
  });
  return { findings: suppressed, problems };
}

function fits({ rule, resource }: DeclaredSuppression, finding: ReportedFinding): boolean {
  return (
    rule === finding.rule &&
    (resource === finding.resource ||
      SymbolicText.of(finding.resource).matches(resource).value === true)
  );
}
