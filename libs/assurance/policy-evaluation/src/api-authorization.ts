import { FALSE, missingFacts, type Truth } from '@culvert/symbolic';
import {
  type Answer,
  type ApiOutcome,
  type OutcomeRow,
  OUTCOMES_ACROSS_ACCOUNTS,
  OUTCOMES_IN_ACCOUNT,
} from './api-gateway-outcomes';

/** What a policy, or an authorizer, says about a call. */
export interface PolicyAnswer {
  readonly allows: Truth;
  readonly denies: Truth;
}

/** A call of an API's method. */
export interface ApiCall {
  /** The method's authorization. */
  readonly authorization: 'NONE' | 'AWS_IAM' | 'CUSTOM' | 'COGNITO_USER_POOLS';
  /**
   * What the caller's IAM policies, the Lambda authorizer or the user pool say.
   * @default - nothing
   */
  readonly caller?: PolicyAnswer;
  /**
   * What the API's resource policy says.
   * @default - it has none
   */
  readonly resource?: PolicyAnswer;
  /** Whether caller and API belong to one account; it matters with `AWS_IAM` only. */
  readonly sameAccount: Truth;
}

/** What API Gateway makes of it, or which facts that depends on. */
export type ApiDecision =
  | { readonly outcome: ApiOutcome }
  | { readonly outcome: 'UNKNOWN'; readonly missing: readonly string[] };

const NOTHING: PolicyAnswer = { allows: FALSE, denies: FALSE };

/**
 * Decides as API Gateway documents it for each kind of authorization.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export function authorizeApiCall(call: ApiCall): ApiDecision {
  const { caller = NOTHING, resource, sameAccount } = call;
  const outcomes = new Set(
    answers(caller).flatMap((said) =>
      (resource === undefined ? [undefined] : answers(resource)).flatMap((policy) =>
        tables(call).map((table) => outcomeOf(call.authorization, said, policy, table)),
      ),
    ),
  );
  const [only, ...others] = outcomes;
  if (only !== undefined && others.length === 0) {
    return { outcome: only };
  }
  // Refused either way: for want of an Allow, whether or not a statement denies too.
  if (!outcomes.has('ALLOW')) return { outcome: 'IMPLICIT DENY' };
  const { allows, denies } = resource ?? NOTHING;
  const truths = [caller.allows, caller.denies, allows, denies, sameAccount];
  return { outcome: 'UNKNOWN', missing: [...new Set(truths.flatMap(missingFacts))].sort() };
}

/** Every answer that may turn out. */
function answers({ allows, denies }: PolicyAnswer): readonly Answer[] {
  return [
    ...(denies.value === false ? [] : (['deny'] as const)),
    ...(denies.value === true || allows.value === false ? [] : (['allow'] as const)),
    ...(denies.value === true || allows.value === true ? [] : (['silent'] as const)),
  ];
}

function tables({ authorization, sameAccount }: ApiCall): readonly (readonly OutcomeRow[])[] {
  return authorization === 'AWS_IAM'
    ? [
        ...(sameAccount.value === false ? [] : [OUTCOMES_IN_ACCOUNT]),
        ...(sameAccount.value === true ? [] : [OUTCOMES_ACROSS_ACCOUNTS]),
      ]
    : [OUTCOMES_IN_ACCOUNT];
}

function outcomeOf(
  authorization: ApiCall['authorization'],
  caller: Answer,
  policy: Answer | undefined,
  table: readonly OutcomeRow[],
): ApiOutcome {
  switch (authorization) {
    case 'NONE':
      return alone(policy);
    case 'COGNITO_USER_POOLS':
      // The pool authenticates first; then the policy decides on its own.
      return caller === 'allow' ? alone(policy) : alone(caller);
    default: {
      const resource = policy ?? 'silent';
      const found = table.find((row) => row.caller === caller && row.resource === resource);
      return found?.outcome ?? 'IMPLICIT DENY';
    }
  }
}

/** One answer that must be an explicit allow; `undefined` where nobody is asked. */
function alone(answer: Answer | undefined): ApiOutcome {
  if (answer === 'deny') {
    return 'EXPLICIT DENY';
  }
  return answer === 'silent' ? 'IMPLICIT DENY' : 'ALLOW';
}
