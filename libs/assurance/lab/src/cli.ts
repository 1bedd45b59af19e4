#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { CannotRunError, messageOf } from './errors';
import { runLab } from './lab';
import { killAll } from './processes';
import { colours, ProgressLines } from './progress';
import type { LabError, LabReport } from './report';
import { summary } from './summary';

const HELD = 0;
const DID_NOT_HOLD = 1;
const COULD_NOT_RUN = 2;
const INTERRUPTED = 130;

interface CliOptions {
  readonly only: string[];
  readonly estate: string;
  readonly then: string[];
  readonly vpcLink: 'v1' | 'v2';
  readonly keep: boolean;
  readonly reports?: string;
  readonly json: boolean;
  readonly verbose: boolean;
}

function program(): Command {
  const { version, description } = JSON.parse(
    readFileSync(join(__dirname, '../package.json'), 'utf8'),
  ) as { version: string; description: string };
  return new Command('culvert-lab')
    .description(`${description}. Runs in the folder of a CDKTF project (cdktf.json).`)
    .version(version)
    .option('--only <stack>', 'run this stack only; repeatable, or comma separated', addNames, [])
    .addOption(
      new Option('--estate <name>', 'estate to synthesise for')
        .default('lab')
        .env('CULVERT_ESTATE'),
    )
    .addOption(
      new Option('--vpc-link <version>', 'v1 is short for --estate <name>-vpc-link-v1')
        .choices(['v1', 'v2'])
        .default('v2'),
    )
    .option(
      '--then <estate>',
      'change what is deployed to this estate, and plan again; repeatable, or comma separated',
      addNames,
      [],
    )
    .option('--keep', 'destroy nothing and leave the embedded AWS running', false)
    .option('--reports <folder>', "write the page of each stack's review into this folder")
    .option('--json', 'print one JSON document instead of the table', false)
    .option('--verbose', "show the app's and Terraform's own output", false)
    .addHelpText(
      'after',
      '\nExit codes: 0 all held, 1 something did not, 2 could not run, 130 interrupted.',
    )
    .exitOverride();
}

function addNames(value: string, names: readonly string[]): string[] {
  return [...names, ...value.split(',').map((name) => name.trim())].filter((name) => name !== '');
}

/** The first signal asks what runs to end, a second one kills it; either way nothing is left. */
function interruption(progress: ProgressLines): AbortSignal {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) return killAll();
    progress.note('ending everything that was started; interrupt again to kill it');
    controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
  return controller.signal;
}

async function lab(options: CliOptions): Promise<number> {
  const progress = new ProgressLines(process.stderr, options.verbose);
  const signal = interruption(progress);
  try {
    const report = await runLab({
      project: process.cwd(),
      estate: options.vpcLink === 'v1' ? `${options.estate}-vpc-link-v1` : options.estate,
      then: options.then,
      only: options.only,
      keep: options.keep,
      reports: options.reports,
      environment: process.env,
      progress,
      signal,
    });
    progress.close();
    process.stdout.write(options.json ? json(report) : summary(report, colours(process.stdout)));
    return report.ok ? HELD : DID_NOT_HOLD;
  } catch (error) {
    progress.close();
    if (signal.aborted) return INTERRUPTED;
    if (options.json)
      process.stdout.write(json({ version: 1, ok: false, error: messageOf(error) }));
    process.stderr.write(`${explain(error)}\n`);
    return COULD_NOT_RUN;
  }
}

function json(document: LabReport | LabError): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** What was foreseen has a message that suffices. */
function explain(error: unknown): string {
  return error instanceof Error && !(error instanceof CannotRunError)
    ? (error.stack ?? error.message)
    : messageOf(error);
}

async function main(): Promise<number> {
  try {
    return await lab(program().parse().opts<CliOptions>());
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? HELD : COULD_NOT_RUN;
  }
}

void main().then((exitCode) => {
  process.exitCode = exitCode;
});
