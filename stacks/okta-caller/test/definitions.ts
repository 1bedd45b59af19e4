import type { SynthesisedStack } from '@culvert/testing';

/** A state of a definition, as far as tests look at it. */
export interface State {
  readonly Type: string;
  readonly Error?: string;
  readonly CausePath?: string;
  readonly Retry?: readonly {
    readonly ErrorEquals: readonly string[];
    readonly JitterStrategy?: string;
    readonly MaxDelaySeconds?: number;
  }[];
  readonly Catch?: readonly {
    readonly ErrorEquals: readonly string[];
    readonly Next: string;
    readonly ResultPath?: string;
  }[];
  readonly MaxConcurrency?: number;
  readonly ItemProcessor?: Definition;
}

/** States by name. */
export interface Definition {
  readonly States: Readonly<Record<string, State>>;
}

/** The definition of each state machine, by the machine's name. */
export function definitionsOf(synthesised: SynthesisedStack): ReadonlyMap<string, Definition> {
  return new Map(
    synthesised
      .resources('aws_sfn_state_machine')
      .map(({ arguments: { definition, name } }) => [
        String(name),
        JSON.parse(String(definition)) as Definition,
      ]),
  );
}

/** Every state, those of maps too. */
export function statesOf({ States }: Definition): Readonly<Record<string, State>> {
  return Object.assign(
    {},
    States,
    ...Object.values(States).flatMap(({ ItemProcessor }) =>
      ItemProcessor === undefined ? [] : [statesOf(ItemProcessor)],
    ),
  );
}
