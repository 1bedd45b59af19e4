import type {
  DecidingStatement,
  Decision,
  PolicyAnswer,
  PolicyFinding,
  PolicyKind,
} from '@culvert/policy-evaluation';
import { and, FALSE, missingFacts, not, or, TRUE, type Truth, unknownFor } from '@culvert/symbolic';
import type { GateAnswer, GateKind } from '../gate-answer';

const GATES: Readonly<Record<PolicyKind, GateKind>> = {
  identity: 'identity policy',
  resource: 'resource policy',
  boundary: 'permissions boundary',
  session: 'identity policy',
  'service control': 'control policy',
  'resource control': 'control policy',
  endpoint: 'endpoint policy',
};

/** What a decision is told about. */
export interface Told {
  readonly action: string;
  /** What stands for policies that are not there: the caller's name, and the resource's. */
  readonly names: Readonly<Record<'caller' | 'resource', string>>;
  /** Whether the caller has policies of its own that may allow: not an account, a service, nobody. */
  readonly hasPolicies: boolean;
  /** @default 'resource policy' */
  readonly resourceGate?: GateKind;
}

/** A decision, an answer for each kind of policy that takes part in it. */
export function answersOf(decision: Decision, told: Told): readonly GateAnswer[] {
  const gate = (kind: PolicyKind) =>
    kind === 'resource' ? (told.resourceGate ?? 'resource policy') : GATES[kind];
  switch (decision.outcome) {
    case 'ALLOW':
      return decision.by.length === 0
        ? [whole('identity policy', TRUE, told.names.caller, `may ${told.action}, and all else`)]
        : byKind(decision.by).map((by) =>
            answer(gate(by.kind), TRUE, by, `${subject(by)} allows ${told.action}`),
          );
    case 'DENY':
      return decision.explicit
        ? byKind(decision.by)
            .slice(0, 1)
            .map((by) => answer(gate(by.kind), FALSE, by, `${subject(by)} denies ${told.action}`))
        : [lacking(decision.lacking, told, gate)];
    case 'UNKNOWN':
      return undecided(decision, told, gate);
  }
}

function lacking(
  kinds: readonly PolicyKind[],
  { action, names, hasPolicies }: Told,
  gate: (kind: PolicyKind) => GateKind,
): GateAnswer {
  const [kind = 'resource', ...others] = kinds
    .filter((each) => hasPolicies || each !== 'identity')
    .sort((one, other) => rank(one) - rank(other));
  return {
    gate: gate(kind),
    passes: FALSE,
    component: kind.startsWith('resource') ? names.resource : names.caller,
    detail: [`no statement allows ${action}`, ...others.map((each) => `no ${gate(each)}`)].join(
      ', and ',
    ),
  };
}

const rank = (kind: PolicyKind) =>
  ['endpoint', 'service control', 'resource control', 'boundary', 'session', 'identity'].indexOf(
    kind,
  ) + 1 || Number.MAX_SAFE_INTEGER;

function undecided(
  { by, missing }: { by: readonly DecidingStatement[]; missing: readonly string[] },
  { action, names }: Told,
  gate: (kind: PolicyKind) => GateKind,
): readonly GateAnswer[] {
  const passes = unknownFor(...missing);
  const detail = `whether ${action} is allowed depends on ${missing.join(', ')}`;
  const open = byKind(by).map((each) => answer(gate(each.kind), passes, each, detail));
  return open.length > 0
    ? open
    : [{ gate: 'identity policy', passes, component: names.caller, detail }];
}

/** What policies of one kind say where one of them must allow and none may deny. */
export function answerOf(
  gate: GateKind,
  { allows, denies, by }: PolicyFinding,
  component: string,
  action: string,
): GateAnswer {
  const passes = and(allows, not(denies));
  const [first] = by;
  return answer(
    gate,
    passes,
    first ?? { policy: component, statement: '' },
    words(passes, { denies, subject: first && subject(first) }, action),
  );
}

function words(
  passes: Truth,
  { denies, subject: who = 'it' }: { denies: Truth; subject: string | undefined },
  action: string,
): string {
  if (passes.value === true) return `${who} allows ${action}`;
  if (passes.value === 'unknown') {
    return `whether ${action} is allowed depends on ${missingFacts(passes).join(', ')}`;
  }
  return denies.value === true ? `${who} denies ${action}` : `no statement allows ${action}`;
}

export function answer(
  gate: GateKind,
  passes: Truth,
  { policy, statement }: Pick<DecidingStatement, 'policy' | 'statement'>,
  detail: string,
): GateAnswer {
  return {
    gate,
    passes,
    component: policy,
    ...(statement !== '' && { rule: statement }),
    detail,
  };
}

/** An answer that no statement gives. */
export function whole(
  gate: GateKind,
  passes: Truth,
  component: string,
  detail: string,
): GateAnswer {
  return { gate, passes, component, detail };
}

/** Whether all of the answers pass. */
export function allPass(answers: readonly GateAnswer[]): Truth {
  return and(...answers.map(({ passes }) => passes));
}

/** The first statement of each policy's kind. */
function byKind(statements: readonly DecidingStatement[]): readonly DecidingStatement[] {
  return statements.filter(
    ({ kind }, at) => statements.findIndex((other) => other.kind === kind) === at,
  );
}

function subject({ statement }: DecidingStatement): string {
  return statement === '' ? 'it' : `statement ${statement}`;
}

/** What applies one after the other, each of which must allow. */
export function together(...all: readonly PolicyAnswer[]): PolicyAnswer {
  return {
    allows: and(...all.map(({ allows }) => allows)),
    denies: or(...all.map(({ denies }) => denies)),
  };
}
