/** What one side says: it allows, denies, or neither. */
export type Answer = 'allow' | 'silent' | 'deny';

export type ApiOutcome = 'ALLOW' | 'IMPLICIT DENY' | 'EXPLICIT DENY';

/** What comes of the caller's policy, or an authorizer's, and of the API's resource policy. */
export interface OutcomeRow {
  /** The caller's IAM policy, or the authorizer. */
  readonly caller: Answer;
  readonly resource: Answer;
  readonly outcome: ApiOutcome;
}

const row = (caller: Answer, resource: Answer, outcome: ApiOutcome): OutcomeRow => ({
  caller,
  resource,
  outcome,
});

/**
 * API Gateway's outcomes when caller and API are in one account, and with an authorizer: its Table A.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export const OUTCOMES_IN_ACCOUNT: readonly OutcomeRow[] = [
  row('allow', 'allow', 'ALLOW'),
  row('allow', 'silent', 'ALLOW'),
  row('allow', 'deny', 'EXPLICIT DENY'),
  row('silent', 'allow', 'ALLOW'),
  row('silent', 'silent', 'IMPLICIT DENY'),
  row('silent', 'deny', 'EXPLICIT DENY'),
  row('deny', 'allow', 'EXPLICIT DENY'),
  row('deny', 'silent', 'EXPLICIT DENY'),
  row('deny', 'deny', 'EXPLICIT DENY'),
];

/**
 * API Gateway's outcomes when caller and API are in two accounts: its Table B.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export const OUTCOMES_ACROSS_ACCOUNTS: readonly OutcomeRow[] = [
  row('allow', 'allow', 'ALLOW'),
  row('allow', 'silent', 'IMPLICIT DENY'),
  row('allow', 'deny', 'EXPLICIT DENY'),
  row('silent', 'allow', 'IMPLICIT DENY'),
  row('silent', 'silent', 'IMPLICIT DENY'),
  row('silent', 'deny', 'EXPLICIT DENY'),
  row('deny', 'allow', 'EXPLICIT DENY'),
  row('deny', 'silent', 'EXPLICIT DENY'),
  row('deny', 'deny', 'EXPLICIT DENY'),
];
