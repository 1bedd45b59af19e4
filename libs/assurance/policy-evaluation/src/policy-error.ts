/** One reason why a policy cannot be read. */
export interface PolicyProblem {
  /** Where, as a JSON pointer, such as `/Statement/0/Effect`; empty for the whole policy. */
  readonly pointer: string;
  /** What is wrong, the value seen and what to change. */
  readonly problem: string;
}

/** A policy cannot be read; it names every reason. */
export class PolicyError extends Error {
  override get name() {
    return 'PolicyError' as const;
  }

  public constructor(public readonly problems: readonly PolicyProblem[]) {
    super(
      problems.map(({ pointer, problem }) => `${pointer || 'the policy'}: ${problem}`).join('\n'),
    );
  }
}
