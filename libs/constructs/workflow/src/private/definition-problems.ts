import type {
  Catcher,
  ErrorHandling,
  Retrier,
  State,
  StateMachineDefinition,
  States,
} from '../definition';

/** Everything that is wrong with a definition and that a reader of its states can see. */
export function definitionProblems(definition: StateMachineDefinition): string[] {
  const names = new Set<string>();
  return scopeProblems(definition, '', names);
}

function scopeProblems(scope: States, where: string, names: Set<string>): string[] {
  const states = Object.entries(scope.States);
  const reachable = reachableFrom(scope);
  return [
    ...missing(scope, scope.StartAt, `${where}StartAt`),
    ...states.flatMap(([name, state]) => [
      ...nameProblems(name, names),
      ...(reachable.has(name) ? [] : [`state "${name}" is reached from nowhere`]),
      ...targetsOf(state).flatMap(([field, target]) =>
        missing(scope, target, `state "${name}": ${field}`),
      ),
      ...handlingProblems(name, state),
      ...childrenOf(state).flatMap((child) => scopeProblems(child, `state "${name}": `, names)),
    ]),
  ];
}

function missing({ States: states }: States, target: string, where: string): string[] {
  return Object.hasOwn(states, target)
    ? []
    : [`${where} "${target}" is none of [${Object.keys(states).join(', ')}]`];
}

function nameProblems(name: string, names: Set<string>): string[] {
  const problems = [
    name.length >= 1 && name.length <= 80
      ? []
      : `state "${name}" has a name of ${name.length} characters: 80 are allowed`,
    names.has(name) ? `state "${name}" is there twice: names are unique in a machine` : [],
  ].flat();
  names.add(name);
  return problems;
}

function reachableFrom({ StartAt, States: states }: States): Set<string> {
  const reached = new Set<string>();
  const open = [StartAt];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = Object.hasOwn(states, name) ? states[name] : undefined;
    if (state === undefined || reached.has(name)) continue;
    reached.add(name);
    open.push(...targetsOf(state).map(([, target]) => target));
  }
  return reached;
}

/** Field and name of every state that may follow. */
function targetsOf(state: State): [field: string, target: string][] {
  const next = 'Next' in state && typeof state.Next === 'string' ? [state.Next] : [];
  const choices = state.Type === 'Choice' ? state.Choices.map((choice) => choice.Next) : [];
  const otherwise = state.Type === 'Choice' ? [state.Default] : [];
  return [
    ...next.map((target): [string, string] => ['Next', target]),
    ...choices.map((target): [string, string] => ['Choices', target]),
    ...otherwise.map((target): [string, string] => ['Default', target]),
    ...handlingOf(state).catchers.map(({ Next }): [string, string] => ['Catch', Next]),
  ];
}

function childrenOf(state: State): readonly States[] {
  if (state.Type === 'Map') return [state.ItemProcessor];
  return state.Type === 'Parallel' ? state.Branches : [];
}

function handlingOf(state: State): { retriers: readonly Retrier[]; catchers: readonly Catcher[] } {
  const { Retry = [], Catch = [] } = state as ErrorHandling;
  return { retriers: Retry, catchers: Catch };
}

function handlingProblems(name: string, state: State): string[] {
  const { retriers, catchers } = handlingOf(state);
  return [
    ...allComesLast(`state "${name}": Retry`, retriers),
    ...allComesLast(`state "${name}": Catch`, catchers),
  ];
}

/** `States.ALL` stands alone, and last: what comes after it is never looked at. */
function allComesLast(
  where: string,
  handlers: readonly { readonly ErrorEquals: readonly string[] }[],
): string[] {
  return handlers.flatMap(({ ErrorEquals: errors }, index) => {
    if (errors.length === 0) return [`${where} ${index} names no error`];
    if (!errors.includes('States.ALL')) return [];
    return [
      errors.length === 1
        ? []
        : `${where} ${index} has States.ALL beside other errors: let it stand alone`,
      index === handlers.length - 1 ? [] : `${where} ${index} is States.ALL: put it last`,
    ].flat();
  });
}
