import type { Log, Notification, Result, Run } from 'sarif';
import type { Report } from '../report';
import { exitCodeOf } from '../summary';
import { findingResult } from './finding-result';
import { flowResult } from './flow-result';
import { uriOf } from './location';
import { plain } from './message';
import { rulesOf } from './rules';
import { suppressionResult } from './suppression-result';

/**
 * What code scanning takes: findings, flows that are not PROVEN, suppressions that do not hold.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
 */
export function formatSarif(report: Report): string {
  const rules = rulesOf(report);
  const results: Result[] = [
    ...report.flows.filter(({ verdict }) => verdict !== 'PROVEN').map((f) => flowResult(f, report)),
    ...report.findings.map(findingResult),
    ...report.suppressions.map((problem) => suppressionResult(problem, report)),
  ];
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const run: Run = {
    tool: { driver: { name: report.tool.name, version: report.tool.version, rules } },
    columnKind: 'utf16CodeUnits',
    artifacts: report.inputs.map(({ path, sha256 }) => ({
      location: { uri: uriOf(path) },
      roles: ['analysisTarget'],
      hashes: { 'sha-256': sha256 },
    })),
    invocations: [
      {
        executionSuccessful: true,
        exitCode: exitCodeOf(report),
        toolExecutionNotifications: notifications(report),
      },
    ],
    results: results.map((result) => ({ ...result, ruleIndex: indices.get(result.ruleId ?? '') })),
    properties: { assumptions: report.assumptions },
  };
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** What is not in the files. */
function notifications({ inputs }: Report): Notification[] {
  return inputs.flatMap(({ path, incomplete }) =>
    incomplete.map((what): Notification => ({
      level: 'warning',
      message: plain(what),
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
    })),
  );
}
