#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEVERITIES, withoutSecrets } from '@culvert/findings';
import {
  exitCodeOf,
  type Format,
  format,
  FORMATS,
  type Report,
  type Severity,
} from '@culvert/report';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { keepHeapFrugal } from './private/frugal-heap';
import { review } from './review';
import { ReviewError } from './review-error';

const COULD_NOT_RUN = 2;
/** What is done sooner needs no progress. */
const PATIENCE_MS = 2_000;

interface Output {
  readonly format: Format;
  readonly path: string;
}

interface CliOptions {
  readonly configuration?: string[];
  readonly flows: string[];
  readonly context?: string;
  readonly suppressions?: string;
  readonly baseline?: string[];
  readonly format: Format;
  readonly json: boolean;
  readonly output: Output[];
  readonly failOn: Severity;
  readonly verbose: boolean;
}

function program(): Command {
  const { version, description } = JSON.parse(
    readFileSync(join(__dirname, '../package.json'), 'utf8'),
  ) as { version: string; description: string };
  return new Command('culvert-review')
    .description(`${description}.`)
    .version(version)
    .argument('<plan-or-state.json...>', 'what "terraform show -json" wrote, any number of them')
    .option(
      '--configuration <file...>',
      'the cdk.tf.json that a plan was made of: its texts are then known',
    )
    .option('--flows <file>', 'who must reach what, and what must not; repeatable', append, [])
    .option('--context <file>', 'facts that no plan holds')
    .option('--suppressions <file>', 'findings that somebody accepts')
    .option('--baseline <file...>', 'plans and states from before, or a report.json')
    .addOption(
      new Option('--format <format>', 'of what is printed').choices(FORMATS).default('table'),
    )
    .option('--json', 'short for --format json', false)
    .option('--output <format=path>', 'write a file too; repeatable', appendOutput, [])
    .addOption(
      new Option('--fail-on <severity>', 'the least severity of an open finding that counts')
        .choices([...SEVERITIES])
        .default('low'),
    )
    .option('--verbose', 'show what is being done', false)
    .addHelpText(
      'after',
      '\nExit codes: 0 all flows PROVEN and nothing open, 1 something was found, 2 could not run.',
    )
    .exitOverride();
}

function append(value: string, values: readonly string[]): string[] {
  return [...values, value];
}

function appendOutput(value: string, outputs: readonly Output[]): Output[] {
  const [name = '', ...path] = value.split('=');
  const format = FORMATS.find((each) => each === name);
  if (format === undefined || path.join('=') === '') {
    throw new InvalidArgumentError(
      `write <format>=<path>, a format is one of ${FORMATS.join(', ')}`,
    );
  }
  return [...outputs, { format, path: path.join('=') }];
}

/** Lines on stderr, once it takes long. */
function progressOf(verbose: boolean): (text: string) => void {
  const start = performance.now();
  return (text) => {
    const elapsed = performance.now() - start;
    if (verbose || elapsed > PATIENCE_MS) {
      process.stderr.write(`${(elapsed / 1_000).toFixed(1)} s  ${withoutSecrets(text)}\n`);
    }
  };
}

function write(report: Report, outputs: readonly Output[], verbose: boolean): void {
  const mistakes = outputs.flatMap(({ format: as, path }) => {
    try {
      writeFileSync(path, format(report, as, { color: false, verbose }));
      return [];
    } catch (error) {
      const { code = 'unknown error' } = error as NodeJS.ErrnoException;
      return [{ file: path, path: '', allowed: `cannot be written (${code})` }];
    }
  });
  if (mistakes.length > 0) throw new ReviewError(mistakes);
}

function run(documents: readonly string[], options: CliOptions): number {
  const { output, failOn, verbose, json, format: as, configuration, ...inputs } = options;
  try {
    const report = review({
      ...inputs,
      documents,
      configurations: configuration ?? [],
      progress: progressOf(verbose),
    });
    write(report, output, verbose);
    const color = process.stdout.isTTY === true && !process.env['NO_COLOR'];
    process.stdout.write(format(report, json ? 'json' : as, { color, verbose }));
    return exitCodeOf(report, failOn);
  } catch (error) {
    const message =
      error instanceof ReviewError ? error.message : ((error as Error).stack ?? String(error));
    process.stderr.write(`${withoutSecrets(message)}\n`);
    return COULD_NOT_RUN;
  }
}

function main(): number {
  try {
    const command = program().parse();
    return run(command.args, command.opts<CliOptions>());
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : COULD_NOT_RUN;
  }
}

keepHeapFrugal();
process.exitCode = main();
