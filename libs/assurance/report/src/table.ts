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
  /**
   * Everything, however long: also the ways of flows that are PROVEN, what is exposed, what was assumed and
   * the files.
   *
   * @default - the worst 50 flows and findings, the first 5 ways of each flow
   */
  readonly verbose?: boolean;
}

/** How much of it, and how painted. */
interface Style {
  readonly paint: Colours;
  readonly rows: number;
  /** Of each flow. */
  readonly ways: number;
}

/** What a person reads in a terminal. */
export function formatTable(report: Report, options: TableOptions = {}): string {
  const paint = createColors(options.color ?? !process.env['NO_COLOR']);
  const verbose = options.verbose ?? false;
  const style = { paint, rows: verbose ? Infinity : 50, ways: verbose ? Infinity : 5 };
  const parts = [
    flowTable(report.flows, style),
    ...byVerdict(report.flows)
      .filter(({ verdict }) => verbose || verdict !== 'PROVEN')
      .slice(0, style.rows)
      .map((flow) => explained(flow, style)),
    findingTable(report, style),
    section('changes', report.changes?.map(({ kind, text }) => `${kind}: ${text}`) ?? [], style),
    section('suppressions that do not hold', suppressionProblems(report), style),
    section('not complete', incomplete(report), style),
    ...(verbose ? background(report, style) : []),
    outcome(report, paint),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The first rows, and how many more there are. */
function table(head: string[], rows: string[][], unit: string, style: Style): string {
  if (rows.length === 0) return '';
  const drawn = new Table({
    head: head.map((title) => style.paint.bold(title)),
    style: { head: [], border: [] },
  });
  drawn.push(...rows.slice(0, style.rows));
  return [drawn.toString(), ...more(rows.length - style.rows, unit)].join('\n');
}

function more(n: number, unit: string): string[] {
  return n > 0 ? [`… and ${count(n, `more ${unit}`)}: the JSON has all of them`] : [];
}

function flowTable(flows: readonly FlowResult[], style: Style): string {
  const rows = byVerdict(flows).map(({ verdict, expectation, name, from, to, traffic }) => [
    verdictIn(verdict, style.paint),
    visible(name),
    [from, `${EXPECTATIONS[expectation]} ${to}`, traffic].map(visible).join('\n'),
  ]);
  return table(['verdict', 'flow', 'declared'], rows, 'flow', style);
}

/** Why, and the ways hop by hop. */
function explained({ verdict, name, reason, missing, paths }: FlowResult, style: Style): string {
  const { paint, ways } = style;
  return [
    `${verdictIn(verdict, paint)} ${paint.bold(visible(name))}: ${visible(reason)}`,
    ...missing.map((fact) => `  not known: ${visible(fact)}`),
    ...paths
      .slice(0, ways)
      .flatMap(({ from, to, hops }) => [
        `  ${visible(from)} → ${visible(to)}`,
        ...hops.map((hop) => `    ${hopLine(hop, paint)}`),
      ]),
    ...more(paths.length - ways, 'way').map((line) => `  ${line}`),
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

function findingTable({ findings }: Report, style: Style): string {
  const rows = openFindings(findings).map(
    ({ severity, rule, resource, path, message, missing }) => [
      severityIn(severity, style.paint),
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
  return table(['severity', 'rule', 'finding'], rows, 'finding', style);
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

function background({ exposures, assumptions, inputs }: Report, style: Style): string[] {
  const exposed = exposedOutside(exposures).map(({ from, to, traffic, passes }) => {
    return `${from} → ${to} ${traffic}${passes === 'yes' ? '' : ' (not known)'}`;
  });
  return [
    section('exposed', exposed, style),
    section('assumed', assumptions, style),
    section(
      'files',
      inputs.map(({ sha256, kind, path }) => `${sha256} ${kind} ${path}`),
      style,
    ),
  ];
}

function section(title: string, lines: readonly string[], style: Style): string {
  if (lines.length === 0) return '';
  const shown = [
    ...lines.slice(0, style.rows).map(visible),
    ...more(lines.length - style.rows, 'line'),
  ];
  return [style.paint.bold(title), ...shown.map((line) => `  ${line}`)].join('\n');
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
