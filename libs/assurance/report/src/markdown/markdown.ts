import { byVerdict, exposedOutside, openFindings, suppressedFindings } from '../private/sorted';
import { count } from '../private/words';
import type { Report } from '../report';
import { exitCodeOf, openCount, summaryOf } from '../summary';
import { fit, type Omission, type Part } from './budget';
import { code, escaped } from './escape';
import { findingPiece } from './finding';
import { flowPiece, provenPiece } from './flow';

/** GitHub takes no longer comment. */
const GITHUB_LIMIT = 65_536;

/** Enough for the sentence that says what was left out. */
const RESERVE = 1_000;

/** How long it may be. */
export interface MarkdownOptions {
  /** Characters at most. @default 65536, which is all that GitHub takes in a comment */
  readonly limit?: number;
  /** What the heading says has passed or found something. @default 'Review' */
  readonly title?: string;
}

/** For a pull request: the verdicts first, details folded; nothing that a plan says is markup. */
export function formatMarkdown(
  report: Report,
  { limit = GITHUB_LIMIT, title = 'Review' }: MarkdownOptions = {},
): string {
  const heading = headingOf(report, title);
  const { text, left } = fit(partsOf(report), limit - heading.length - RESERVE);
  return `${heading}${text}${left.length === 0 ? '' : omissions(left)}`;
}

function headingOf(report: Report, title: string): string {
  const summary = summaryOf(report);
  const { PROVEN, REFUTED, UNKNOWN } = summary.flows;
  const name = escaped(title);
  return [
    exitCodeOf(report) === 0 ? `## ✅ ${name} passed` : `## ❌ ${name} found something`,
    '',
    '| PROVEN | REFUTED | UNKNOWN | open findings | suppressed |',
    '| ---: | ---: | ---: | ---: | ---: |',
    `| ${PROVEN} | ${REFUTED} | ${UNKNOWN} | ${openCount(summary)} | ${summary.suppressed} |`,
    '',
    '',
  ].join('\n');
}

/** The parts in the order of their weight. */
function partsOf(report: Report): Part[] {
  const flows = byVerdict(report.flows);
  const proven = flows.filter(({ verdict }) => verdict === 'PROVEN');
  return [
    part(
      'Flows that are not proven',
      'flow',
      flows.filter((f) => !proven.includes(f)).map(flowPiece),
    ),
    part('Suppressions that do not hold', 'suppression', suppressionPieces(report)),
    part('Changes', 'change', changePieces(report)),
    part('Open findings', 'finding', openFindings(report.findings).map(findingPiece)),
    part('Not complete', 'remark', incompletePieces(report)),
    folded('Proven', 'proven flow', proven.map(provenPiece)),
    folded('Accepted findings', 'accepted finding', acceptedPieces(report)),
    folded(
      'Assumed',
      'assumption',
      report.assumptions.map((what) => `- ${escaped(what)}\n`),
    ),
    folded('Reachable from outside', 'exposure', exposurePieces(report)),
    folded('Files', 'file', filePieces(report)),
  ];
}

function part(title: string, unit: string, pieces: readonly string[]): Part {
  return { head: `### ${title} (${pieces.length})\n\n`, pieces, foot: '\n', unit };
}

function folded(title: string, unit: string, pieces: readonly string[]): Part {
  const head = `<details><summary>${title} (${pieces.length})</summary>\n\n`;
  return { head, pieces, foot: '\n</details>\n\n', unit };
}

function suppressionPieces({ suppressions }: Report): string[] {
  return suppressions.map(({ problem, rule, resource, owner, expires }) => {
    const what = problem === 'expired' ? `expired on ${escaped(expires)}` : 'matches no finding';
    return `- ⚠️ ${code(rule)} for ${code(resource)} ${what}; owner: ${escaped(owner)}\n`;
  });
}

function changePieces({ changes = [] }: Report): string[] {
  return changes.map(({ kind, text }) => `- **${kind}**: ${escaped(text)}\n`);
}

function incompletePieces({ inputs }: Report): string[] {
  return inputs.flatMap(({ path, incomplete }) =>
    incomplete.map((what) => `- ${code(path)}: ${escaped(what)}\n`),
  );
}

function acceptedPieces({ findings }: Report): string[] {
  return suppressedFindings(findings).map(({ rule, resource, suppression }) => {
    const { reason = '', owner = '', expires = '' } = suppression ?? {};
    const until = `${escaped(owner)}, until ${escaped(expires)}`;
    return `- ${code(rule)} ${code(resource)}: ${escaped(reason)} (${until})\n`;
  });
}

function exposurePieces({ exposures }: Report): string[] {
  return exposedOutside(exposures).map(({ from, to, traffic, passes }) => {
    const doubt = passes === 'yes' ? '' : ' (not known)';
    return `- ${from} → ${code(to)} ${escaped(traffic)}${doubt}\n`;
  });
}

function filePieces({ inputs }: Report): string[] {
  return inputs.map(
    ({ path, kind, sha256 }) => `- ${kind} ${code(path)}: sha256 ${code(sha256)}\n`,
  );
}

function omissions(left: readonly Omission[]): string {
  const what = left.map(({ unit, count: n }) => count(n, unit)).join(', ');
  return `> Left out, because a comment holds no more: ${what}. The other formats have everything.\n`;
}
