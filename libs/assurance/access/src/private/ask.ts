import {
  type AccessRequest,
  type Caller,
  type Decision,
  evaluateAccess,
  evaluatePolicies,
  type NamedPolicy,
  type Policies,
  type Policy,
} from '@culvert/policy-evaluation';
import { missingFacts, or, type Text } from '@culvert/symbolic';
import type { GateAnswer } from '../gate-answer';
import type { Identity } from '../identity';
import type { CallerReference, Entry } from '../requests';
import { allPass, answerOf, answersOf, type Told } from './answers';
import { ANYONE, forSomebody } from './anyone';
import { callKeys, type Keys, principalKeys } from './request-keys';
import { sourceCells } from './source-cells';
import type { EndpointOnTheWay, Sources } from './sources';

const ANONYMOUS: Identity = {
  name: 'anonymous',
  caller: { type: 'Anonymous' },
  policies: [],
  tags: {},
};

/** Who calls. */
export function identityOf(sources: Sources, caller: CallerReference): Identity {
  if (caller === 'anonymous') return ANONYMOUS;
  return caller === 'any' ? ANYONE : sources.identities.of(caller.identity);
}

/** Holds a request against policies, for each part of the addresses that it may come from. */
export function perSource(
  entry: Entry,
  endpoint: EndpointOnTheWay | undefined,
  policies: readonly Policy[],
  ask: (address: Text) => readonly GateAnswer[],
): readonly GateAnswer[] {
  const key = endpoint === undefined ? 'aws:SourceIp' : 'aws:VpcSourceIp';
  const all = [...policies, ...(endpoint === undefined ? [] : [endpoint.policy.policy])];
  const cells = sourceCells(entry.sources, all, { unknown: `${key} of the request` });
  const [first, ...others] = cells.map((address) => ({ address, answers: ask(address) }));
  if (first === undefined) return [];
  if (others.length === 0) return first.answers;
  const order = [first, ...others].sort((one, other) => rank(one.answers) - rank(other.answers));
  const [worst = first, best = first] = [order[0], order.at(-1)];
  const leaks = or(...order.map(({ answers }) => allPass(answers)));
  return worst.answers.map((answer) =>
    answer.passes.value === true || leaks.value === answer.passes.value
      ? answer
      : {
          ...answer,
          leaks,
          detail: `${answer.detail} from ${String(worst.address)}`,
          leakDetail: leakDetail(answer, best),
        },
  );
}

function leakDetail(
  { gate, detail }: GateAnswer,
  { address, answers }: { readonly address: Text; readonly answers: readonly GateAnswer[] },
): string {
  const same = answers.find((answer) => answer.gate === gate);
  return `${same?.detail ?? detail} from ${String(address)}`;
}

function rank(answers: readonly GateAnswer[]): number {
  const { value } = allPass(answers);
  return value === false ? 0 : value === 'unknown' ? 1 : 2;
}

/** A request as it is asked. */
export interface Question {
  readonly identity: Identity;
  readonly action: string;
  readonly resource: Text;
  readonly resourceAccount: Text;
  readonly keys: Keys;
}

/** The request with what the caller gives to it. */
export function requestOf(sources: Sources, question: Question): AccessRequest {
  const { identity, action, resource, resourceAccount, keys } = question;
  const { caller } = identity;
  const organization = 'account' in caller ? sources.organization.idOf(caller.account) : undefined;
  return {
    caller,
    action,
    resource,
    resourceAccount,
    context: {
      keys: { ...callKeys(caller), ...principalKeys(identity, organization), ...keys },
    },
  };
}

/** What the endpoint's policy says; none when the request comes through no endpoint. */
export function endpointAnswers(
  endpoint: EndpointOnTheWay | undefined,
  request: AccessRequest,
): readonly GateAnswer[] {
  if (endpoint === undefined) return [];
  const finding = evaluatePolicies('endpoint', [endpoint.policy], request);
  const answer = answerOf('endpoint policy', finding, endpoint.policy.name, request.action);
  return [isAnyone(request.caller) ? settled(answer) : answer];
}

/** What caller and resource say between them, and the policies around both. */
export function decisionAnswers(
  sources: Sources,
  identity: Identity,
  request: AccessRequest,
  policies: Pick<Policies, 'resource' | 'resourceMustAllow'>,
  told: Omit<Told, 'hasPolicies'>,
): readonly GateAnswer[] {
  const anyone = isAnyone(identity.caller);
  const { type } = identity.caller;
  const hasPolicies = type === 'AssumedRole' || type === 'User';
  const decision: Decision = evaluateAccess(request, {
    ...policies,
    identity: anyone ? [ALL_ALLOWED] : identity.policies,
    ...(identity.boundary && { boundary: identity.boundary }),
    serviceControl:
      'account' in identity.caller
        ? sources.organization.serviceControl(identity.caller.account)
        : [],
    resourceControl: sources.organization.resourceControl(request.resourceAccount, request.action),
  });
  const answers = answersOf(decision, { ...told, hasPolicies });
  return anyone ? answers.map(settled) : answers;
}

export function isAnyone(caller: Caller): boolean {
  return caller === ANYONE.caller;
}

/** What an answer is for somebody: not what depends on who it is. */
export function settled(answer: GateAnswer): GateAnswer {
  const passes = forSomebody(answer.passes);
  if (passes.value === answer.passes.value && passes.value !== 'unknown') return answer;
  const detail =
    passes.value === true
      ? 'lets somebody pass, who is not said'
      : `depends on ${missingFacts(passes).join(', ')}`;
  return { ...answer, passes, detail };
}

const ALL_ALLOWED: NamedPolicy = {
  name: 'policies of whoever signs',
  policy: {
    version: '2012-10-17',
    statements: [{ id: '', effect: 'Allow', conditions: [], unread: [] }],
  },
};
