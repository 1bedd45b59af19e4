import type { EmbeddedAws } from '../embedded-aws/embedded-aws';
import type { ExecutionReport } from '../report';

/** A stack that is deployed, and can be used. */
export interface DeployedStack {
  readonly aws: EmbeddedAws;
  /** Terraform's outputs, by name. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Whatever Terraform has written about the stack, by what it is: plan and state. */
  readonly artifacts: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** What an exercise saw, and what of it should not have been. */
export interface Exercised {
  readonly report: ExecutionReport;
  readonly problems: readonly string[];
}

/** Uses what a stack deploys, as its users would. */
export type Exercise = (stack: DeployedStack) => Promise<Exercised>;
