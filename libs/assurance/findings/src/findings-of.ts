import { createHash } from 'node:crypto';
import type { ResourceGraph } from '@culvert/terraform-graph';
import { type Finding, SEVERITIES } from './finding';
import type { Problem, Rule } from './rule';
import { RULES } from './rules';

/** What the rules find in plans and states: the worst first, then by resource. */
export function findingsOf(
  graph: ResourceGraph,
  rules: readonly Rule[] = RULES,
): readonly Finding[] {
  const several = graph.documents.length > 1;
  return rules
    .flatMap((rule) =>
      Array.from(rule.check(graph), (problem) => findingOf(rule, problem, several)),
    )
    .sort(
      (one, other) =>
        SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
        compare(one.resource, other.resource) ||
        compare(one.rule, other.rule) ||
        compare(one.path ?? '', other.path ?? ''),
    );
}

function findingOf({ id, severity }: Rule, problem: Problem, several: boolean): Finding {
  const { resource, path, message, remedy, missing = [] } = problem;
  const { address, document } = resource;
  return {
    rule: id,
    severity,
    resource: several ? `${document.name}/${address}` : address,
    ...(path === undefined ? {} : { path }),
    message: missing.length === 0 ? message : `perhaps ${message}`,
    remedy,
    missing,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([id, document.name, address, path ?? '']))
      .digest('hex'),
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
