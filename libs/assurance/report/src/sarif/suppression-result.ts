import type { Result } from 'sarif';
import type { Report, SuppressionProblem } from '../report';
import { fingerprintOf, fingerprints } from './fingerprint';
import { locationOf } from './location';
import { plain } from './message';
import { SUPPRESSION_RULES } from './rules';

/** A suppression that does not hold. */
export function suppressionResult(suppression: SuppressionProblem, { inputs }: Report): Result {
  const { problem, rule, resource, owner, expires } = suppression;
  const file = inputs.find(({ kind }) => kind === 'suppressions')?.path;
  const what =
    problem === 'expired' ? `expired on ${expires}` : 'matches no finding: take it out of the file';
  return {
    ruleId: SUPPRESSION_RULES[problem].id,
    level: 'error',
    message: plain(`The suppression of ${rule} for ${resource} ${what}. Its owner: ${owner}`),
    locations: [locationOf(file ?? inputs[0]?.path, resource)],
    partialFingerprints: fingerprints(fingerprintOf('suppression', problem, rule, resource, owner)),
  };
}
