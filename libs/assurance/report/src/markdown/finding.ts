import type { ReportedFinding } from '../report';
import { code, codeElement, escaped } from './escape';

/** A finding, what it means folded. */
export function findingPiece(finding: ReportedFinding): string {
  const { severity, rule, title, rationale, reference, resource, path, message, remedy, missing } =
    finding;
  const at = path === undefined ? '' : ` ${codeElement(path)}`;
  return [
    `<details><summary><b>${severity}</b> ${codeElement(resource)}${at}: ${escaped(message)}</summary>`,
    '',
    ...missing.map((fact) => `- Not known: ${code(fact)}`),
    `- ${escaped(remedy)}`,
    `- ${code(rule)}: ${escaped(title)}. ${escaped(rationale)}`,
    ...(reference === '' ? [] : [`- ${code(reference)}`]),
    '',
    '</details>',
    '',
    '',
  ].join('\n');
}
