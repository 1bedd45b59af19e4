import Table from 'cli-table3';
import type { createColors } from 'picocolors';
import type { LabReport, StackReport } from './report';

type Colours = ReturnType<typeof createColors>;

/** What a person reads on standard output at the end. */
export function summary(report: LabReport, paint: Colours): string {
  return [table(report, paint), ...kept(report), ''].join('\n');
}

/** One row for each stack. */
function table(report: LabReport, paint: Colours): string {
  const closing = new Table({
    head: [
      'stack',
      'resources',
      'per account',
      'deployed',
      'second plan empty',
      'destroyed',
      'seconds',
    ].map((title) => paint.bold(title)),
    style: { head: [], border: [] },
  });
  closing.push(...report.stacks.map((stack) => row(stack, paint)));
  return closing.toString();
}

function row(stack: StackReport, paint: Colours): string[] {
  const { deployed, secondPlanEmpty, destroyed } = stack;
  return [
    stack.name,
    String(stack.resources ?? '–'),
    stack.accounts
      .map(({ alias, accountId, resources }) => `${alias} ${accountId ?? '–'}: ${resources}`)
      .join('\n'),
    ...[deployed, secondPlanEmpty, destroyed].map((fact) => verdict(fact, paint)),
    stack.seconds.toFixed(1),
  ];
}

/** A dash where nothing was tried. */
function verdict(fact: boolean | null, paint: Colours): string {
  if (fact === null) return '–';
  return fact ? paint.green('yes') : paint.red('no');
}

/** How to look around in what `--keep` left, and how to end it. */
function kept({ stacks, folder }: LabReport): string[] {
  const lines = stacks.flatMap(({ name, kept }) =>
    kept === undefined
      ? []
      : [
          '',
          `${name} is kept at ${kept.endpoint} (process ${kept.pid}); look around:`,
          ...Object.entries(kept.environment).map(([key, value]) => `  export ${key}=${value}`),
          `  cd ${kept.folder} && terraform state list`,
        ],
  );
  const pids = stacks.flatMap(({ kept }) => kept?.pid ?? []);
  return folder === undefined
    ? []
    : [...lines, '', 'end it:', `  kill ${pids.join(' ')}; rm -r ${folder}`];
}
