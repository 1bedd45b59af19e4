import type { Result, Suppression as SarifSuppression } from 'sarif';
import type { ReportedFinding, Severity, Suppression } from '../report';
import { fingerprints } from './fingerprint';
import { locationOf } from './location';
import { plain } from './message';

/** The levels of code scanning. */
export const LEVELS: Readonly<Record<Severity, Result.level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** A finding, accepted or not. */
export function findingResult(finding: ReportedFinding): Result {
  const { rule, severity, resource, file, path, message, remedy, missing, suppression } = finding;
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: plain([message, remedy, ...missing.map((fact) => `Not known: ${fact}`)].join('\n')),
    locations: [locationOf(file, resource)],
    partialFingerprints: fingerprints(finding.fingerprint),
    suppressions: suppression === undefined ? [] : [accepted(suppression)],
    ...(path !== undefined && { properties: { attribute: path } }),
  };
}

function accepted({ reason, owner, expires }: Suppression): SarifSuppression {
  return {
    kind: 'external',
    status: 'accepted',
    justification: reason,
    properties: { owner, expires },
  };
}
