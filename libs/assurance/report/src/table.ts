import Table from 'cli-table3';
import { createColors } from 'picocolors';
import { byVerdict, exposedOutside, openFindings } from './private/sorted';
import { visible } from './private/visible';
import { count, EXPECTATIONS } from './private/words';
import type { FlowResult, PathHop, Report, Severity, Verdict } from './report';
import { openCount, summaryOf } from './summary';

type Colours = ReturnType<typeof createColors>;

/** How the table looks. */
export interface TableOptions {
  /** Whether to paint it. @default - unless `NO_COLOR` is set, see https://no-color.org */
  readonly color?: boolean;
  /** Also the ways of flows that are PROVEN, what is exposed, what was assumed and the files. @default false */
  readonly verbose?: boolean;
}

/** What a person reads in a terminal. */
export function formatTable(report: Report, options: TableOptions = {}): string {
  const paint = createColors(options.color ?? !process.env['NO_COLOR']);
  const verbose = options.verbose ?? false;
  const parts = [
    flowTable(report.flows, paint),
    ...byVerdict(report.flows)
      .filter(({ verdict }) => verbose || verdict !== 'PROVEN')
      .map((flow) => explained(flow, paint)),
    findingTable(report, paint),
    section('changes', report.changes?.map(({ kind, text }) => `${kind}: ${text}`) ?? [], paint),
    section('suppressions that do not hold', suppressionProblems(report), paint),
    section('not complete', incomplete(report), paint),
    ...(verbose ? background(report, paint) : []),
    outcome(report, paint),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function table(head: string[], rows: string[][], paint: Colours): string {
  if (rows.length === 0) return '';
  const drawn = new Table({
    head: head.map((title) => paint.bold(title)),
    style: { head: [], border: [] },
  });
  drawn.push(...rows);
  return drawn.toString();
}

function flowTable(flows: readonly FlowResult[], paint: Colours): string {
  const rows = byVerdict(flows).map(({ verdict, expectation, name, from, to, traffic }) => [
    verdictIn(verdict, paint),
    visible(name),
    [from, `${EXPECTATIONS[expectation]} ${to}`, traffic].map(visible).join('\n'),
  ]);
  return table(['verdict', 'flow', 'declared'], rows, paint);
}

/** Why, and the way hop by hop. */
function explained({ verdict, name, reason, missing, paths }: FlowResult, paint: Colours): string {
  return [
    `${verdictIn(verdict, paint)} ${paint.bold(visible(name))}: ${visible(reason)}`,
    ...missing.map((fact) => `  not known: ${visible(fact)}`),
    ...paths.flatMap(({ from, to, hops }) => [
      `  ${visible(from)} → ${visible(to)}`,
      ...hops.map((hop) => `    ${hopLine(hop, paint)}`),
    ]),
  ].join('\n');
}

function hopLine(
  { effect, kind, component, rule, detail, reply }: PathHop,
  paint: Colours,
): string {
  const mark = {
    passes: paint.green('passes '),
    blocks: paint.red('blocks '),
    unknown: paint.yellow('unknown'),
  }[effect];
  const what = `${reply === true ? 'reply: ' : ''}${kind} ${component}`;
  return `${mark} ${visible(what)}${rule === undefined ? '' : ` [${visible(rule)}]`} ${visible(detail)}`;
}

function findingTable({ findings }: Report, paint: Colours): string {
  const rows = openFindings(findings).map(
    ({ severity, rule, resource, path, message, missing }) => [
      severityIn(severity, paint),
      visible(rule),
      [
        path === undefined ? resource : `${resource} ${path}`,
        message,
        ...missing.map((fact) => `not known: ${fact}`),
      ]
        .map(visible)
        .join('\n'),
    ],
  );
  return table(['severity', 'rule', 'finding'], rows, paint);
}

function suppressionProblems({ suppressions }: Report): string[] {
  return suppressions.map(({ problem, rule, resource, owner, expires }) =>
    problem === 'expired'
      ? `${rule} of ${resource} expired on ${expires}: ask ${owner}`
      : `${rule} of ${resource} matches no finding: ask ${owner}`,
  );
}

function incomplete({ inputs }: Report): string[] {
  return inputs.flatMap(({ path, incomplete }) => incomplete.map((what) => `${path}: ${what}`));
}

function background({ exposures, assumptions, inputs }: Report, paint: Colours): string[] {
  const exposed = exposedOutside(exposures).map(({ from, to, traffic, passes }) => {
    return `${from} → ${to} ${traffic}${passes === 'yes' ? '' : ' (not known)'}`;
  });
  return [
    section('exposed', exposed, paint),
    section('assumed', assumptions, paint),
    section(
      'files',
      inputs.map(({ sha256, kind, path }) => `${sha256} ${kind} ${path}`),
      paint,
    ),
  ];
}

function section(title: string, lines: readonly string[], paint: Colours): string {
  if (lines.length === 0) return '';
  return [paint.bold(title), ...lines.map((line) => `  ${visible(line)}`)].join('\n');
}

function outcome(report: Report, paint: Colours): string {
  const summary = summaryOf(report);
  const { PROVEN, REFUTED, UNKNOWN } = summary.flows;
  const open = openCount(summary);
  return [
    `${PROVEN} PROVEN`,
    REFUTED > 0 ? paint.red(`${REFUTED} REFUTED`) : '0 REFUTED',
    UNKNOWN > 0 ? paint.yellow(`${UNKNOWN} UNKNOWN`) : '0 UNKNOWN',
    open > 0 ? paint.red(count(open, 'open finding')) : '0 open findings',
    `${summary.suppressed} suppressed`,
  ].join(', ');
}

function verdictIn(verdict: Verdict, paint: Colours): string {
  return { PROVEN: paint.green, REFUTED: paint.red, UNKNOWN: paint.yellow }[verdict](verdict);
}

function severityIn(severity: Severity, paint: Colours): string {
  return severity === 'critical' || severity === 'high' ? paint.red(severity) : severity;
}
