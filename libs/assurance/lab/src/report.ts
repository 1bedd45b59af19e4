import type { AccountCount } from './terraform/plan';

/** What `--json` prints; the README documents it. */
export interface LabReport {
  /** The version of this document's shape. */
  readonly version: 1;
  /** Whether everything held. */
  readonly ok: boolean;
  readonly seconds: number;
  readonly versions: Versions;
  readonly estate: string;
  /** The estates that each stack was changed to, one after the other. */
  readonly then: readonly string[];
  readonly stacks: readonly StackReport[];
  /** The run's folder, when it was kept. */
  readonly folder?: string;
}

/** What `--json` prints when the lab could not run. */
export interface LabError {
  readonly version: 1;
  readonly ok: false;
  readonly error: string;
}

/** Null where the run ended before it was known. */
export interface Versions {
  readonly terraform: string;
  readonly provider: string | null;
  readonly moto: string | null;
  readonly node: string;
}

export interface StackReport extends StackFacts {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly steps: readonly StepReport[];
  /** Calls that the embedded AWS does not know: `<service> <Action> <why>`. */
  readonly gaps: readonly string[];
  /** What was left to look around in. */
  readonly kept?: KeptStack;
}

/** What the steps found out; null as long as no step did. */
export interface StackFacts {
  readonly resources: number | null;
  readonly accounts: readonly AccountCount[];
  readonly deployed: boolean | null;
  readonly secondPlanEmpty: boolean | null;
  readonly destroyed: boolean | null;
  /** Whether the stack did what it is for; null also where there is no exercise for it. */
  readonly executed: boolean | null;
  /** What its exercise saw. */
  readonly execution: ExecutionReport | null;
  /** Whether all flows are proven and nothing is found; null also where no flows are declared. */
  readonly reviewed: boolean | null;
  readonly review: ReviewReport | null;
}

/** What the review of the state came to, in numbers. */
export interface ReviewReport {
  /** Declared ones that are about this stack. */
  readonly flows: number;
  readonly proven: number;
  /** Open ones. */
  readonly findings: number;
  /** Findings that are suppressed. */
  readonly accepted: number;
}

/** What came of using the stack `okta-caller`. */
export interface ExecutionReport {
  /** Executions of state machines, those for the items of a batch not counted. */
  readonly executions: number;
  readonly calls: readonly CallReport[];
  readonly load: LoadReport;
  /** How an execution ended that the API forbids. */
  readonly refusal: string;
  readonly batch: BatchReport;
  readonly rotations: readonly RotationReport[];
  /** Where a secret was found. */
  readonly leaks: readonly string[];
}

export interface CallReport {
  readonly caller: string;
  readonly grant: string;
  /** The JSON that came back. */
  readonly body: unknown;
}

/** Executions at the same time. */
export interface LoadReport {
  readonly caller: string;
  readonly executions: number;
  readonly failed: number;
  /** Warm ones of the caller's function, from its first call on; so are the next two. */
  readonly environments: number;
  readonly tokenRequests: number;
  readonly secretReads: number;
}

export interface BatchReport {
  readonly items: number;
  readonly succeeded: number;
  readonly failed: number;
}

/** Executions while the secret was rotated, and just after it. */
export interface RotationReport {
  readonly caller: string;
  readonly rotated: boolean;
  readonly executions: number;
  readonly failed: number;
}

export interface StepReport {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  /** Terraform's own message where it was Terraform that failed. */
  readonly error?: string;
}

export interface KeptStack {
  readonly endpoint: string;
  /** The embedded AWS's process. */
  readonly pid: number;
  /** Where Terraform ran, with the state. */
  readonly folder: string;
  /** The variables with which Terraform, the CLI and the SDKs reach it. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Seconds since `start`, a `performance.now()`, in tenths. */
export function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 100) / 10;
}
