import { messageOf } from '../errors';
import type { Progress } from '../progress';
import { secondsSince, type StackFacts, type StepReport } from '../report';
import { type StackUnderTest, type Step, StepFailure } from './step';

const NOTHING_KNOWN: StackFacts = {
  resources: null,
  accounts: [],
  deployed: null,
  secondPlanEmpty: null,
  destroyed: null,
  executed: null,
  execution: null,
  reviewed: null,
  review: null,
};

/**
 * Runs steps one after the other and gathers what they find out.
 *
 * @throws only the signal's reason
 */
export async function runSteps(
  steps: readonly Step[],
  stack: StackUnderTest,
  progress: Progress,
  signal: AbortSignal,
): Promise<{ readonly steps: readonly StepReport[]; readonly facts: StackFacts }> {
  const reports: StepReport[] = [];
  let facts = NOTHING_KNOWN;
  for (const step of steps) {
    const began = performance.now();
    progress.started(stack.name, step.name);
    const outcome = await attempt(step, stack);
    signal.throwIfAborted();
    const report = {
      name: step.name,
      ok: outcome.error === undefined,
      seconds: secondsSince(began),
      ...(outcome.error === undefined ? {} : { error: outcome.error }),
    };
    facts = merge(facts, outcome.facts);
    reports.push(report);
    progress.ended(stack.name, report);
    if (!report.ok && step.continueAfterFailure !== true) break;
  }
  return { steps: reports, facts };
}

/** What once did not hold did not hold, whatever a later step of the same kind found out. */
function merge(facts: StackFacts, found: Partial<StackFacts>): StackFacts {
  const failed = Object.entries(facts).filter(([, fact]) => fact === false);
  return { ...facts, ...found, ...Object.fromEntries(failed) };
}

async function attempt(
  step: Step,
  stack: StackUnderTest,
): Promise<{ readonly facts: Partial<StackFacts>; readonly error?: string }> {
  try {
    return { facts: await step.run(stack) };
  } catch (error) {
    return { facts: error instanceof StepFailure ? error.facts : {}, error: messageOf(error) };
  }
}
