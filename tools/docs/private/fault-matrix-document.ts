import { type ErrorName, errorHandling } from '@culvert/errors';
import type { FaultRow } from '@culvert/loopback';
import { markdownTable } from './markdown-table';

const INTRODUCTION = `# Fault matrix

What goes wrong around the Okta-backed caller, and what becomes of it. Each row is a test against a real
server on loopback, through the handler of the bundle that is deployed; the page is written from the
tests' own tables by \`npx nx docs tools\`, and a test fails when it is not current.

\`requests\` are those that the server at fault got to see in one invocation: a state machine tries again,
and nobody else does. What it does with an error follows from [\`@culvert/errors\`](../libs/runtime/errors/README.md).
`;

const HEADER = ['fault', 'what the server does', 'error', 'requests', 'what is next'];

const NEXT = { retry: 'is tried again, then caught', catch: 'is caught' } as const;

/** The page, formatted as the workspace formats Markdown. */
export function faultMatrixDocument(rows: readonly FaultRow<ErrorName>[]): string {
  const areas = [...new Set(rows.map(({ area }) => area))];
  const sections = areas.map((area) => {
    const cells = rows.filter((row) => row.area === area).map(cellsOf);
    return `## ${area}\n\n${markdownTable([HEADER, ...cells])}`;
  });
  return [INTRODUCTION, ...sections].join('\n');
}

function cellsOf({ fault, behaviour, error, attempts, ...row }: FaultRow<ErrorName>): string[] {
  const next = row.next ?? (error === undefined ? 'it goes on' : NEXT[errorHandling[error]]);
  return [fault, behaviour, error === undefined ? 'none' : `\`${error}\``, `${attempts}`, next];
}
