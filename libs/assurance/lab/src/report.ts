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
