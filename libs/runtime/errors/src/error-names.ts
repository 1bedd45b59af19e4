/**
 * What a state machine does with each error: `retry` is worth another attempt, `catch` fails the same
 * way however often it is tried.
 */
export const errorHandling = {
  InvalidInput: 'catch',
  SecretUnavailable: 'retry',
  AuthConfigError: 'catch',
  RateLimited: 'retry',
  Transient: 'retry',
  TlsTrustError: 'catch',
  ContractError: 'catch',
  Forbidden: 'catch',
  NotFound: 'catch',
  OutcomeUnknown: 'catch',
  DeadlineExceeded: 'retry',
} as const satisfies Record<string, 'retry' | 'catch'>;

export type ErrorName = keyof typeof errorHandling;

/** Every name that a state machine must know, for its definition and the definition's test. */
export const errorNames = Object.freeze(Object.keys(errorHandling)) as readonly ErrorName[];
