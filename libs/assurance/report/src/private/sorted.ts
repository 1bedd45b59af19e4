import type { Exposure, FlowResult, ReportedFinding, Severity, Verdict } from '../report';

export const VERDICTS: readonly Verdict[] = ['REFUTED', 'UNKNOWN', 'PROVEN'];
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** What is not proven first. */
export function byVerdict(flows: readonly FlowResult[]): FlowResult[] {
  return flows.toSorted((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict));
}

/** The worst first; what is accepted is not among them. */
export function openFindings(findings: readonly ReportedFinding[]): ReportedFinding[] {
  return bySeverity(findings.filter(({ suppression }) => suppression === undefined));
}

export function suppressedFindings(findings: readonly ReportedFinding[]): ReportedFinding[] {
  return bySeverity(findings.filter(({ suppression }) => suppression !== undefined));
}

function bySeverity(findings: readonly ReportedFinding[]): ReportedFinding[] {
  return findings.toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

/** What can be reached by those who are in no account. */
export function exposedOutside(exposures: readonly Exposure[]): Exposure[] {
  return exposures.filter(({ from }) => from === 'internet' || from === 'on-prem');
}
