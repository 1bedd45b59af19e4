import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { findPython } from './embedded-aws/find-python';
import { CannotRunError, messageOf } from './errors';
import type { Progress } from './progress';
import { type LabReport, secondsSince } from './report';
import { RunFolder } from './run-folder';
import { runStack } from './stack-run';
import { reviewFilesOf } from './steps';
import { type Change, type ChangingStack, synthesise, type SynthesisedStack } from './synth';
import { provideAwsProvider } from './toolchain/provider';
import { findTerraform } from './toolchain/terraform';

export interface LabOptions {
  /** The folder of the CDKTF project, with its `cdktf.json`. */
  readonly project: string;
  /** The estate to synthesise for. */
  readonly estate: string;
  /** The estates that what is deployed is changed to, one after the other. */
  readonly then: readonly string[];
  /** The stacks to run; none means all. */
  readonly only: readonly string[];
  /** Whether stacks and embedded AWS are left as they are. */
  readonly keep: boolean;
  /** A folder for the pages of the stacks' reviews. @default none */
  readonly reports?: string;
  /** The user's environment; no AWS variable of it reaches Terraform. */
  readonly environment: NodeJS.ProcessEnv;
  readonly progress: Progress;
  /** Ends the run: nothing stays, neither process nor file. */
  readonly signal: AbortSignal;
}

/**
 * Proves every stack of a CDKTF project on an embedded AWS, side by side.
 *
 * @throws {CannotRunError} when there is nothing to run with, or nothing to run
 * @throws the signal's reason when aborted
 */
export async function runLab(options: LabOptions): Promise<LabReport> {
  const { estate, keep, environment, progress, signal } = options;
  const began = performance.now();
  const runFolder = new RunFolder();
  let finish = () => runFolder.remove();
  try {
    const folder = runFolder.path;
    const note = (text: string) => progress.note(text);
    await findPython(environment, { signal, note }).catch((error) => {
      signal.throwIfAborted();
      throw new CannotRunError(messageOf(error), { cause: error });
    });
    const terraform = await findTerraform({ environment, signal, note });
    note(`terraform ${terraform.version} at ${terraform.path}`);
    const cliConfiguration = await provideAwsProvider({
      terraform: terraform.path,
      folder,
      environment,
      signal,
      note,
    });
    const stacks = choose(await synthesiseInto(folder, estate, options), options.only);
    const changing = await withChanges(stacks, folder, options);

    const settled = await Promise.allSettled(
      changing.map((stack) =>
        runStack(stack, {
          terraform: terraform.path,
          cliConfiguration,
          folder,
          environment,
          keep,
          reviewFiles: reviewFilesOf(options.project, stack.name, options.then.at(-1) ?? estate),
          reports: options.reports,
          progress,
          signal,
        }),
      ),
    );
    signal.throwIfAborted();
    const runs = settled.map((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    });
    if (keep) finish = () => runFolder.keep();
    return {
      version: 1,
      ok: runs.every(({ report }) => report.ok),
      seconds: secondsSince(began),
      versions: {
        terraform: terraform.version,
        provider: runs.map(({ provider }) => provider).find((version) => version !== null) ?? null,
        moto: runs[0]?.moto ?? null,
        node: process.versions.node,
      },
      estate,
      then: options.then,
      stacks: runs.map(({ report }) => report),
      ...(keep ? { folder } : {}),
    };
  } finally {
    finish();
  }
}

async function synthesiseInto(
  folder: string,
  estate: string,
  { project, environment, progress, signal }: LabOptions,
): Promise<SynthesisedStack[]> {
  const began = performance.now();
  const output = await mkdtemp(join(folder, 'cdktf.out-'));
  const name = `estate ${estate}`;
  progress.started(name, 'synth');
  const onLine = (line: string) => progress.output('synth', line);
  const stacks = await synthesise({ project, output, estate, environment, signal, onLine });
  progress.ended(name, { name: 'synth', ok: true, seconds: secondsSince(began) });
  return stacks;
}

/** @throws {CannotRunError} when a stack is missing from an estate that it is changed to */
async function withChanges(
  stacks: readonly SynthesisedStack[],
  folder: string,
  options: LabOptions,
): Promise<ChangingStack[]> {
  const changes = new Map<string, Change[]>(stacks.map(({ name }) => [name, []]));
  for (const estate of options.then) {
    const synthesised = await synthesiseInto(folder, estate, options);
    for (const [name, changesOfStack] of changes) {
      const change = synthesised.find((stack) => stack.name === name);
      if (change === undefined) {
        throw new CannotRunError(`the estate ${estate} has no stack "${name}" to change to`);
      }
      changesOfStack.push({ estate, folder: change.folder });
    }
  }
  return stacks.map((stack) => ({ ...stack, changes: changes.get(stack.name) ?? [] }));
}

function choose(stacks: SynthesisedStack[], only: readonly string[]): SynthesisedStack[] {
  const names = stacks.map(({ name }) => name);
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new CannotRunError(
      `there is no stack ${unknown.map((name) => `"${name}"`).join(', ')}: there is ${names.join(', ')}`,
    );
  }
  if (stacks.length === 0) throw new CannotRunError('the project has no stack');
  return only.length === 0 ? stacks : stacks.filter(({ name }) => only.includes(name));
}
