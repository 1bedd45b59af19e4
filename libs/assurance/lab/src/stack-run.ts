import { EXERCISES } from './exercises';
import type { Progress } from './progress';
import { secondsSince, type StackReport, type StepReport } from './report';
import {
  apply,
  changeTo,
  destroy,
  execute,
  init,
  plan,
  replan,
  review,
  type ReviewFiles,
  runSteps,
  start,
  type StartOptions,
} from './steps';
import type { ChangingStack } from './synth';

export interface StackRunOptions extends Omit<StartOptions, 'onLine'> {
  /** Whether the stack and its AWS are left as they are at the end. */
  readonly keep: boolean;
  /** What the stack is reviewed by; without it, it is not. */
  readonly reviewFiles: ReviewFiles | undefined;
  /** Where pages of reviews go, if anywhere. */
  readonly reports: string | undefined;
  readonly progress: Progress;
}

/** A stack's report, and the versions that show only while it runs. */
export interface StackRun {
  readonly report: StackReport;
  readonly moto: string;
  readonly provider: string | null;
}

/**
 * Takes one stack through all steps on an AWS of its own.
 *
 * @throws when its AWS does not start, or the signal's reason when aborted; nothing is left running
 */
export async function runStack(stack: ChangingStack, options: StackRunOptions): Promise<StackRun> {
  const { keep, reviewFiles, reports, progress, signal } = options;
  const { name, folder } = stack;
  const began = performance.now();
  progress.started(name, 'start');
  const onLine = (line: string) => progress.output(name, line);
  const underTest = await start(stack, { ...options, onLine });
  const { aws, terraform } = underTest;
  const started: StepReport = { name: 'start', ok: true, seconds: secondsSince(began) };
  progress.ended(name, started);

  let finish: () => void | Promise<void> = () => aws.stop();
  try {
    const changes = stack.changes.flatMap(changeTo);
    const exercise = EXERCISES[name];
    const uses = exercise === undefined ? [] : [execute(exercise, signal)];
    const reviews = reviewFiles === undefined ? [] : [review(reviewFiles, reports)];
    const ends = [...reviews, ...(keep ? [] : [destroy])];
    const list = [init, plan, apply, replan, ...uses, ...changes, ...ends];
    const { steps, facts } = await runSteps(list, underTest, progress, signal);
    const gaps = aws.gaps();
    for (const gap of gaps) progress.note(`${name}: gap in the embedded AWS: ${gap}`);
    const report: StackReport = {
      name,
      ok: steps.every(({ ok }) => ok),
      seconds: secondsSince(began),
      ...facts,
      steps: [started, ...steps],
      gaps,
    };
    const versions = { moto: aws.motoVersion, provider: await terraform.providerVersion() };
    if (!keep) return { report, ...versions };

    finish = () => aws.detach();
    const { endpoint, pid } = aws;
    const kept = { endpoint, pid, folder, environment: aws.environment() };
    return { report: { ...report, kept }, ...versions };
  } finally {
    await finish();
  }
}
