import type { EmbeddedAws } from '../embedded-aws/embedded-aws';
import type { StackFacts } from '../report';
import type { Terraform } from '../terraform/terraform';

/** A synthesised stack with an AWS of its own. */
export interface StackUnderTest {
  readonly name: string;
  /** Where Terraform runs, with the stack's configuration and state. */
  readonly folder: string;
  readonly aws: EmbeddedAws;
  readonly terraform: Terraform;
}

/** One thing a stack must stand, in a file of its own; they run in the order of `index.ts`. */
export interface Step {
  readonly name: string;
  /**
   * Whether the steps after it are run when this one failed.
   * @default false
   */
  readonly continueAfterFailure?: boolean;
  /**
   * @returns what was found out
   * @throws StepFailure, or anything, when the stack does not stand it
   */
  run(stack: StackUnderTest): Promise<Partial<StackFacts>>;
}

/** The stack did not stand the step, and what that means for the facts. */
export class StepFailure extends Error {
  public override readonly name = 'StepFailure';

  public constructor(
    message: string,
    public readonly facts: Partial<StackFacts>,
  ) {
    super(message);
  }
}
