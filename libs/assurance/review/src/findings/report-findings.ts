import type { Finding, Rule } from '@culvert/findings';
import type { ReportedFinding } from '@culvert/report';
import type { ResourceGraph } from '@culvert/terraform-graph';
import { filesOf } from '../private/file-of';

/** Findings with what their rules say, and the files that they are in. */
export function reportFindings(
  findings: readonly Finding[],
  rules: readonly Rule[],
  graph: ResourceGraph,
): readonly ReportedFinding[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const fileOf = filesOf(graph);
  return findings.map((finding) => {
    const rule = byId.get(finding.rule);
    return {
      ...finding,
      title: rule?.title ?? finding.rule,
      rationale: rule?.rationale ?? '',
      reference: rule?.reference ?? '',
      file: fileOf(finding.resource) ?? '',
    };
  });
}
