import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlowResult, Report } from '@culvert/report';
import { review } from '@culvert/review';
import type { ReviewFiles } from '@culvert/lab';
import type { Documents } from './documents';
import { type Mutant, mutantsOf } from './mutants';

/** A mutant, and the flows that are no longer proven because of it. */
export interface Outcome extends Omit<Mutant, 'documents'> {
  readonly changed: readonly string[];
  /** The flows that must reach, and whose way it is on. */
  readonly dependent: readonly string[];
  /** The rules that find something that they did not find before. */
  readonly findings: readonly string[];
}

/** What came of a plan, and of everything that differs from it in one thing. */
export interface Mutated {
  /** Flows of the plan itself that are not proven. */
  readonly unproven: readonly string[];
  readonly outcomes: readonly Outcome[];
}

/** Reviews a plan, and then everything that differs from it in one thing. */
export function mutate(documents: Documents, declared: ReviewFiles): Mutated {
  const folder = mkdtempSync(join(tmpdir(), 'culvert-mutations-'));
  try {
    const judge = (changed: Documents): Report => {
      const { plan, configuration } = changed.write(folder);
      const { flows, ...rest } = declared;
      return review({
        documents: [plan],
        configurations: [configuration],
        flows: [flows],
        ...rest,
      });
    };
    const report = judge(documents);
    const known = new Set(report.findings.map(({ fingerprint }) => fingerprint));
    const outcomes = mutantsOf(documents).map(({ documents: changed, ...mutant }): Outcome => {
      const mutated = judge(changed);
      return {
        ...mutant,
        changed: lost(report.flows, mutated.flows),
        dependent: namesOf(report.flows.filter((flow) => isOnWay(flow, mutant.component))),
        findings: mutated.findings
          .filter(({ fingerprint }) => !known.has(fingerprint))
          .map(({ rule }) => rule),
      };
    });
    return { unproven: namesOf(report.flows.filter(isUnproven)), outcomes };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The flows that another verdict was reached on. */
function lost(before: readonly FlowResult[], after: readonly FlowResult[]): readonly string[] {
  const verdicts = new Map(after.map(({ name, verdict }) => [name, verdict]));
  return namesOf(before.filter(({ name, verdict }) => verdicts.get(name) !== verdict));
}

function isUnproven({ verdict }: FlowResult): boolean {
  return verdict !== 'PROVEN';
}

function namesOf(flows: readonly FlowResult[]): readonly string[] {
  return flows.map(({ name }) => name).sort();
}

function isOnWay({ expectation, paths }: FlowResult, component: string): boolean {
  return (
    expectation === 'reaches' &&
    paths.some(({ hops }) =>
      hops.some((hop) => [hop.component, ...(hop.rule ?? '').split(', ')].includes(component)),
    )
  );
}
