import { openFindings, SEVERITIES } from './private/sorted';
import type { Report, Severity, Verdict } from './report';

/** How many there are of each. */
export interface Summary {
  readonly flows: Readonly<Record<Verdict, number>>;
  /** Findings that nobody has accepted. */
  readonly open: Readonly<Record<Severity, number>>;
  readonly suppressed: number;
  /** Suppressions that are expired, or that match no finding. */
  readonly suppressionProblems: number;
}

/** Counts what is in a report. */
export function summaryOf({ flows, findings, suppressions }: Report): Summary {
  const open = openFindings(findings);
  const verdicts = (verdict: Verdict) => flows.filter((flow) => flow.verdict === verdict).length;
  const severities = (severity: Severity) => open.filter((f) => f.severity === severity).length;
  return {
    flows: {
      PROVEN: verdicts('PROVEN'),
      REFUTED: verdicts('REFUTED'),
      UNKNOWN: verdicts('UNKNOWN'),
    },
    open: {
      critical: severities('critical'),
      high: severities('high'),
      medium: severities('medium'),
      low: severities('low'),
    },
    suppressed: findings.length - open.length,
    suppressionProblems: suppressions.length,
  };
}

/** All findings that nobody has accepted. */
export function openCount({ open }: Summary): number {
  return SEVERITIES.reduce((sum, severity) => sum + open[severity], 0);
}

/**
 * The exit code that a review ends with.
 *
 * @param failOn - the least severity of an open finding that counts
 * @returns 0 if every flow is PROVEN, every suppression holds, and no open finding counts; else 1
 */
export function exitCodeOf(report: Report, failOn: Severity = 'low'): 0 | 1 {
  const { flows, open, suppressionProblems } = summaryOf(report);
  const counting = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const bad =
    flows.REFUTED > 0 ||
    flows.UNKNOWN > 0 ||
    suppressionProblems > 0 ||
    counting.some((severity) => open[severity] > 0);
  return bad ? 1 : 0;
}
