/** One fault, and what becomes of it: a row of a test's table, and of the fault matrix in the docs. */
export interface FaultRow<ErrorName extends string = string> {
  /** Where it goes wrong: the heading it stands under. */
  readonly area: string;
  readonly fault: string;
  /** What the server does, in words. */
  readonly behaviour: string;
  /** What is thrown. @default nothing, the call succeeds */
  readonly error?: ErrorName;
  /** Requests that the server at fault got to see. */
  readonly attempts: number;
  /** What happens next. @default what a state machine does with the error */
  readonly next?: string;
}
