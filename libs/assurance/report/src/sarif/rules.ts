import type { ReportingDescriptor } from 'sarif';
import type { Report, ReportedFinding, Severity } from '../report';
import { LEVELS } from './finding-result';
import { plain } from './message';

/** GitHub's scale: over 9 is critical, from 7 high, from 4 medium. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
};

/** Rules of flows. */
export const FLOW_RULES = {
  REFUTED: ownRule(
    'flow-refuted',
    'A declared flow does not hold',
    'What the flows file demands is not so, or what it forbids is possible. The code flow shows the way, and the rule that decides at each hop.',
    'Change the component that blocks or allows the flow, or the declaration.',
    'high',
  ),
  UNKNOWN: ownRule(
    'flow-unknown',
    'A declared flow cannot be decided',
    'Facts that no plan, state or context file holds decide it. It is not known to hold.',
    'State the facts that the message names in the context file, or review the plans that hold them too.',
    'medium',
  ),
} as const;

/** Rules of suppressions. */
export const SUPPRESSION_RULES = {
  expired: ownRule(
    'suppression-expired',
    'A suppression has expired',
    'The finding that it was for is open again.',
    'Mend what was found, or have its owner accept it for longer.',
    'medium',
  ),
  unmatched: ownRule(
    'suppression-unmatched',
    'A suppression matches no finding',
    'It may hide what is found later.',
    'Take it out of the suppressions file.',
    'medium',
  ),
} as const;

/** The rules that a report's results refer to, each once. */
export function rulesOf({ flows, findings, suppressions }: Report): ReportingDescriptor[] {
  const rules = [
    ...flows.flatMap(({ verdict }) => (verdict === 'PROVEN' ? [] : FLOW_RULES[verdict])),
    ...suppressions.map(({ problem }) => SUPPRESSION_RULES[problem]),
    ...findings.map(findingRule),
  ];
  return [...new Map(rules.map((rule) => [rule.id, rule])).values()];
}

function findingRule(finding: ReportedFinding): ReportingDescriptor {
  const { rule, title, rationale, reference, severity } = finding;
  return {
    ...descriptor(rule, title, rationale, `${rationale}\n${reference}`, severity),
    ...(URL.canParse(reference) &&
      reference.startsWith('https://') && { helpUri: new URL(reference).href }),
  };
}

function ownRule(
  id: string,
  title: string,
  rationale: string,
  remedy: string,
  severity: Severity,
): ReportingDescriptor {
  return descriptor(id, title, rationale, `${rationale}\n${remedy}`, severity);
}

function descriptor(
  id: string,
  title: string,
  rationale: string,
  help: string,
  severity: Severity,
): ReportingDescriptor {
  return {
    id,
    shortDescription: plain(title),
    fullDescription: plain(rationale),
    help: plain(help),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['security'], 'security-severity': SECURITY_SEVERITY[severity] },
  };
}
