import type { Report, ReviewedFile } from './report';
import { exitCodeOf, summaryOf } from './summary';

/** The type of the predicate; the README of this package describes it. */
export const PREDICATE_TYPE = 'urn:culvert:attestation:review:v1';

/**
 * An in-toto statement of what was reviewed and what came of it, not signed.
 *
 * @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
 */
export function formatAttestation(report: Report): string {
  const { flows, open, suppressed, suppressionProblems } = summaryOf(report);
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: report.inputs.filter(isReviewed).map(resource),
    predicateType: PREDICATE_TYPE,
    predicate: {
      tool: report.tool,
      result: exitCodeOf(report) === 0 ? 'PASSED' : 'FAILED',
      flows,
      findings: { open, suppressed },
      suppressionProblems,
      assumptions: report.assumptions,
      incomplete: report.inputs.flatMap(({ incomplete }) => incomplete),
      reviewedWith: report.inputs
        .filter((input) => !isReviewed(input))
        .map((input) => ({ kind: input.kind, ...resource(input) })),
    },
  };
  return `${JSON.stringify(statement, null, 2)}\n`;
}

/** What the statement is about; the other files say what was asked of it. */
function isReviewed({ kind }: ReviewedFile): boolean {
  return kind === 'plan' || kind === 'state';
}

function resource({ path, sha256 }: ReviewedFile) {
  return { name: path, digest: { sha256 } };
}
