import type { PolicyAnswer, PolicyFinding } from '@culvert/policy-evaluation';
import { FALSE, missingFacts, TRUE, type Truth } from '@culvert/symbolic';
import type { GateAnswer } from '../gate-answer';
import type { ApiCall } from '../requests';
import { answerOf } from './answers';
import type { CalledApi } from './called-api';

/** What is asked for when an API is called. */
export const INVOKE = 'execute-api:Invoke';

/** The caller's side of a call: what it is called, and what it says. */
export interface Side {
  readonly gate: 'identity policy' | 'authorizer';
  readonly component: string;
  readonly says: PolicyAnswer;
  readonly rule?: string;
  readonly words: string;
  readonly sameAccount: Truth;
}

/** Whose answer it is that lets pass, or does not. */
export function attributed(
  passes: Truth,
  side: Side,
  resource: PolicyFinding | undefined,
  api: CalledApi,
  call: ApiCall,
): readonly GateAnswer[] {
  const policy = (truth: Truth): GateAnswer[] =>
    resource === undefined
      ? []
      : [
          {
            ...answerOf('resource policy', resource, api.policy?.name ?? api.name, INVOKE),
            passes: truth,
          },
        ];
  const own = (truth: Truth, detail: string): GateAnswer => ({
    gate: side.gate,
    passes: truth,
    component: side.component,
    ...(side.rule !== undefined && { rule: side.rule }),
    detail,
  });
  const { allows, denies } = side.says;
  if (passes.value === true) {
    const byPolicy = resource?.allows.value === true ? policy(TRUE) : [];
    const lets =
      call.authorized === true ? 'is declared to let the call in' : `allows ${side.words}`;
    return allows.value === true || byPolicy.length === 0
      ? [...byPolicy, own(TRUE, lets)]
      : [...byPolicy, own(TRUE, 'need not allow: the policy does, in one account')];
  }
  if (passes.value === 'unknown') {
    const detail = `depends on ${missingFacts(passes).join(', ')}`;
    const isOpen = (answer: PolicyAnswer | undefined) =>
      missingFacts(answer?.allows ?? TRUE).length + missingFacts(answer?.denies ?? TRUE).length > 0;
    const open = isOpen(resource) ? policy(passes).map((each) => ({ ...each, detail })) : [];
    return open.length > 0 && !isOpen(side.says) ? open : [...open, own(passes, detail)];
  }
  if (resource?.denies.value === true) return policy(FALSE);
  if (denies.value === true) return [own(FALSE, `denies ${side.words}`)];
  const lacks = resource !== undefined && allows.value === true;
  if (lacks) return policy(FALSE);
  const across = side.sameAccount.value === false ? ' across accounts' : '';
  return [
    own(
      FALSE,
      allows.value === true
        ? `${api.name} has no policy that allows ${INVOKE}${across}`
        : `no statement allows ${side.words}${across}`,
    ),
  ];
}
