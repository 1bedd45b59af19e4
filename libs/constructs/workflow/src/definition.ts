/**
 * The Amazon States Language, as far as it is checked here; a state's other fields go through as they
 * are, in JSONPath or JSONata.
 *
 * @see https://states-language.net/spec.html
 */
export interface StateMachineDefinition extends States {
  readonly Comment?: string;
  readonly QueryLanguage?: 'JSONPath' | 'JSONata';
  /** For the whole execution. */
  readonly TimeoutSeconds?: number;
}

/** States and where they start: a machine, a branch, or what a map does with each item. */
export interface States {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export type State =
  TaskState | PassState | WaitState | ChoiceState | ParallelState | MapState | EndState;

/** Fields of a state that are not checked here. */
interface Fields {
  readonly Comment?: string;
  readonly [field: string]: unknown;
}

/** Either a state follows, or this one is the last. */
type Transition =
  { readonly Next: string; readonly End?: never } | { readonly End: true; readonly Next?: never };

/** What becomes of a state's errors. */
export interface ErrorHandling {
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

export type TaskState = Fields &
  Transition &
  ErrorHandling & {
    readonly Type: 'Task';
    readonly Resource: string;
    readonly TimeoutSeconds?: number;
  };

export type PassState = Fields & Transition & { readonly Type: 'Pass' };

export type WaitState = Fields & Transition & { readonly Type: 'Wait' };

export interface ChoiceState extends Fields {
  readonly Type: 'Choice';
  readonly Choices: readonly (Fields & { readonly Next: string })[];
  /** Where what matches no choice goes. */
  readonly Default: string;
}

export type ParallelState = Fields &
  Transition &
  ErrorHandling & { readonly Type: 'Parallel'; readonly Branches: readonly States[] };

export type MapState = Fields &
  Transition &
  ErrorHandling & {
    readonly Type: 'Map';
    readonly ItemProcessor: States & {
      readonly ProcessorConfig?:
        | { readonly Mode: 'INLINE' }
        | { readonly Mode: 'DISTRIBUTED'; readonly ExecutionType: 'STANDARD' | 'EXPRESS' };
    };
  };

export interface EndState extends Fields {
  readonly Type: 'Succeed' | 'Fail';
}

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds: number;
  readonly MaxAttempts: number;
  readonly BackoffRate: number;
  readonly MaxDelaySeconds: number;
  readonly JitterStrategy: 'FULL';
}

export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  /** JSONPath: where the error and its cause go; the state's input stays around it. */
  readonly ResultPath?: string;
  /** JSONata: what the next state's input is. */
  readonly Output?: unknown;
  /** JSONata: variables to set. */
  readonly Assign?: Readonly<Record<string, unknown>>;
}
