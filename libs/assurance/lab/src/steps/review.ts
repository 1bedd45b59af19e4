import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exitCodeOf, format, type Report } from '@culvert/report';
import { review as reviewed } from '@culvert/review';
import type { ReviewReport } from '../report';
import { type Step, StepFailure } from './step';

/** What guards against deletion is off in an estate that is deleted after every run. */
const ABOUT_DELETION: ReadonlySet<string> = new Set(['lb-deletion-protection', 'secret-recovery']);

/** What a stack's review goes by. */
export interface ReviewFiles {
  readonly flows: string;
  readonly context?: string;
  readonly suppressions?: string;
}

/**
 * The files beside the app that say what must reach what in the stack, if anything does: those of the
 * estate, such as `context.lab.yaml`, before those of all, `context.yaml`.
 */
export function reviewFilesOf(
  project: string,
  stack: string,
  estate: string,
): ReviewFiles | undefined {
  const [flows, context, suppressions] = ['flows', 'context', 'suppressions'].map((name) =>
    [`${name}.${estate}.yaml`, `${name}.yaml`]
      .map((file) => join(project, 'stacks', stack, file))
      .find(existsSync),
  );
  return flows === undefined
    ? undefined
    : { flows, ...(context && { context }), ...(suppressions && { suppressions }) };
}

/**
 * What is deployed is reviewed by its state: every declared flow is proven, and nothing is found that
 * is not accepted.
 *
 * @param folder where the report goes as a page, when it is wanted
 */
export function review({ flows, ...files }: ReviewFiles, folder: string | undefined): Step {
  return {
    name: 'review',
    continueAfterFailure: true,
    async run(stack) {
      const state = join(stack.folder, 'state.json');
      await writeFile(state, JSON.stringify(await stack.terraform.showState()), { mode: 0o600 });
      const report = withoutDeletion(reviewed({ documents: [state], flows: [flows], ...files }));
      if (folder !== undefined) {
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, `${stack.name}.html`), format(report, 'html'));
      }
      const summary = summaryOf(report);
      if (exitCodeOf(report) !== 0) {
        throw new StepFailure(problemsOf(report).join('\n'), { reviewed: false, review: summary });
      }
      return { reviewed: true, review: summary };
    },
  };
}

function withoutDeletion(report: Report): Report {
  const findings = report.findings.filter(({ rule }) => !ABOUT_DELETION.has(rule));
  return { ...report, findings };
}

function summaryOf({ flows, findings }: Report): ReviewReport {
  const accepted = findings.filter(({ suppression }) => suppression !== undefined).length;
  return {
    flows: flows.length,
    proven: flows.filter(({ verdict }) => verdict === 'PROVEN').length,
    findings: findings.length - accepted,
    accepted,
  };
}

function problemsOf({ flows, findings, suppressions }: Report): string[] {
  return [
    ...flows
      .filter(({ verdict }) => verdict !== 'PROVEN')
      .map(({ verdict, name, reason }) => `${verdict} ${name}: ${reason}`),
    ...findings
      .filter(({ suppression }) => suppression === undefined)
      .map(({ rule, resource, message }) => `${rule} ${resource}: ${message}`),
    ...suppressions.map(
      ({ problem, rule, resource }) => `suppression ${problem}: ${rule} ${resource}`,
    ),
  ];
}
