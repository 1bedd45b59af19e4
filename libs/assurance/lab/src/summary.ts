import Table from 'cli-table3';
import type { createColors } from 'picocolors';
import type { ExecutionReport, LabReport, StackReport } from './report';

type Colours = ReturnType<typeof createColors>;

/** What a person reads on standard output at the end. */
export function summary(report: LabReport, paint: Colours): string {
  return [
    table(report, paint),
    ...executions(report),
    ...reviews(report),
    ...kept(report),
    '',
  ].join('\n');
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
      'executed',
      'reviewed',
      'destroyed',
      'seconds',
    ].map((title) => paint.bold(title)),
    style: { head: [], border: [] },
  });
  closing.push(...report.stacks.map((stack) => row(stack, paint)));
  return closing.toString();
}

function row(stack: StackReport, paint: Colours): string[] {
  const { deployed, secondPlanEmpty, executed, reviewed, destroyed } = stack;
  return [
    stack.name,
    String(stack.resources ?? '–'),
    stack.accounts
      .map(({ alias, accountId, resources }) => `${alias} ${accountId ?? '–'}: ${resources}`)
      .join('\n'),
    ...[deployed, secondPlanEmpty, executed, reviewed, destroyed].map((fact) =>
      verdict(fact, paint),
    ),
    stack.seconds.toFixed(1),
  ];
}

/** A dash where nothing was tried. */
function verdict(fact: boolean | null, paint: Colours): string {
  if (fact === null) return '–';
  return fact ? paint.green('yes') : paint.red('no');
}

/** What came of using the stacks. */
function executions({ stacks }: LabReport): string[] {
  return stacks.flatMap(({ name, execution }) =>
    execution === null ? [] : ['', `${name} was used:`, ...lines(execution).map((l) => `  ${l}`)],
  );
}

function lines({ calls, load, refusal, batch, rotations, leaks }: ExecutionReport): string[] {
  return [
    ...calls.map(
      ({ caller, grant, body }) => `${caller} (${grant}) returned ${JSON.stringify(body)}`,
    ),
    `${load.caller}: ${load.executions} concurrent executions, ${load.failed} failed; ${load.environments} execution environments, ${load.tokenRequests} token requests, ${load.secretReads} secret reads`,
    `a forbidden call ended ${refusal}`,
    `a batch of ${batch.items}: ${batch.succeeded} succeeded, ${batch.failed} failed`,
    ...rotations.map(
      ({ caller, rotated, executions, failed }) =>
        `${caller}: ${rotated ? 'rotated' : 'not rotated'} during ${executions} calls, ${failed} failed`,
    ),
    `secrets found in plan, state, logs or histories: ${leaks.length === 0 ? 'none' : leaks.join(', ')}`,
  ];
}

/** What can reach what, by the states. */
function reviews({ stacks }: LabReport): string[] {
  const lines = stacks.flatMap(({ name, review }) =>
    review === null
      ? []
      : `${name} was reviewed: ${review.proven} of ${review.flows} flows proven, ${review.findings} findings, ${review.accepted} accepted`,
  );
  return lines.length === 0 ? [] : ['', ...lines];
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
