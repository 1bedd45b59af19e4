import type { Rule } from '@culvert/findings';
import { markdownTable } from './markdown-table';

const INTRODUCTION = `# Review rules

What \`culvert-review\` finds in plans and states besides flows. The page is written from the rules of
[\`@culvert/findings\`](../libs/assurance/findings/README.md) by \`npx nx docs tools\`, and a test fails when
it is not current.
`;

const HEADER = ['rule', 'severity', 'what it demands', 'why', 'reference'];

/** The page, formatted as the workspace formats Markdown. */
export function reviewRulesDocument(rules: Readonly<Record<string, readonly Rule[]>>): string {
  const sections = Object.entries(rules).map(
    ([service, all]) => `## ${service}\n\n${markdownTable([HEADER, ...all.map(cellsOf)])}`,
  );
  return [INTRODUCTION, ...sections].join('\n');
}

function cellsOf({ id, severity, title, rationale, reference }: Rule): readonly string[] {
  const { hostname } = new URL(reference);
  const by = hostname.endsWith('amazon.com') ? 'AWS' : 'Terraform';
  return [`\`${id}\``, severity, title, rationale, `[${by}](${reference})`].map(escaped);
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('*', '\\*');
}
