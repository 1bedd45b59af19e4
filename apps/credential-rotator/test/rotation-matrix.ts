import type { Grant } from '@culvert/credential';
import type { ErrorName } from '@culvert/errors';
import type { FaultRow } from '@culvert/loopback';
import type { FaultKind, Route } from '@culvert/okta-double';
import { type Cut, CUTS } from './cuts';

type Step = 'createSecret' | 'setSecret' | 'testSecret' | 'finishSecret';

/** A step of a rotation that goes wrong. */
export interface RotationFault extends FaultRow<ErrorName> {
  /** @default 'client_secret' */
  readonly grant?: Grant;
  readonly step: Step;
  readonly okta?: { readonly route: Exclude<Route, '*'>; readonly kind: FaultKind };
  readonly aws?: {
    readonly operation: string;
    readonly how: { readonly status: number; readonly type: string } | 'reset';
  };
  /** What the secret holds instead of the credential; nothing when there is no value. */
  readonly secret?: (credential: object) => string | undefined;
  readonly event?: (event: object) => unknown;
  /** @default plenty */
  readonly remainingMs?: number;
}

/** A rotation that is killed at each of its calls in turn. */
export interface Kill extends FaultRow<ErrorName>, Cut {
  readonly grant: Grant;
}

const next = 'Secrets Manager runs the rotation again';

type Row = Omit<RotationFault, 'area' | 'next'>;

const denied = { status: 400, type: 'AccessDeniedException' };
const throttled = { status: 400, type: 'ThrottlingException' };
const internal = { status: 500, type: 'InternalServiceError' };

const managementToken = (fault: string, kind: FaultKind, row: Partial<Row>): Row => ({
  fault: `no token to manage with: ${fault}`,
  behaviour: 'the organization’s token endpoint answers so',
  step: 'createSecret',
  okta: { route: 'management-token', kind },
  attempts: 1,
  ...row,
});

const management = (fault: string, kind: FaultKind, row: Partial<Row>): Row => ({
  fault,
  behaviour: 'the management API answers so when it is asked for the client secrets',
  step: 'createSecret',
  okta: { route: 'management', kind },
  attempts: 1,
  ...row,
});

const password = (fault: string, kind: FaultKind, row: Partial<Row>): Row => ({
  fault: `password: ${fault}`,
  behaviour: 'the management API does so when a password is set',
  grant: 'password',
  step: 'setSecret',
  okta: { route: 'management', kind },
  attempts: 1,
  ...row,
});

const test = (fault: string, kind: FaultKind, row: Partial<Row>): Row => ({
  fault: `the new credential: ${fault}`,
  behaviour: 'the custom authorization server answers so; the current credential stays',
  step: 'testSecret',
  okta: { route: 'token', kind },
  attempts: 1,
  ...row,
});

const okta: Row[] = [
  managementToken(
    '401 invalid_client',
    { status: 401, body: { error: 'invalid_client' } },
    { error: 'AuthConfigError' },
  ),
  managementToken(
    '400 invalid_dpop_proof',
    { status: 400, body: { error: 'invalid_dpop_proof' } },
    { error: 'AuthConfigError' },
  ),
  managementToken('429', { status: 429 }, { error: 'RateLimited' }),
  managementToken('503', { status: 503 }, { error: 'Transient' }),
  managementToken('connection reset', 'reset', { error: 'Transient' }),
  management('401', { status: 401 }, { error: 'AuthConfigError', attempts: 2 }),
  management('403', { status: 403 }, { error: 'Forbidden' }),
  management('404', { status: 404 }, { error: 'NotFound' }),
  management('429', { status: 429 }, { error: 'RateLimited' }),
  management('503', { status: 503 }, { error: 'Transient' }),
  management('connection reset', 'reset', { error: 'Transient' }),
  management('no list', { status: 200, body: {} }, { error: 'ContractError' }),
  management('no answer', 'hang', { error: 'DeadlineExceeded', remainingMs: 3_000 }),
  password('refused by its policy', { status: 400 }, { error: 'ContractError' }),
  password('503', { status: 503 }, { error: 'OutcomeUnknown' }),
  password('set, and the answer is lost', 'lost', { error: 'OutcomeUnknown' }),
  test(
    '401 invalid_client',
    { status: 401, body: { error: 'invalid_client' } },
    { error: 'AuthConfigError' },
  ),
  test(
    '400 invalid_scope',
    { status: 400, body: { error: 'invalid_scope' } },
    { error: 'AuthConfigError' },
  ),
  test('503', { status: 503 }, { error: 'Transient' }),
  test('no answer', 'hang', { error: 'DeadlineExceeded', remainingMs: 3_000 }),
];

const aws = (
  operation: string,
  step: Step,
  how: typeof denied | 'reset',
  row: Partial<Row>,
): Row => ({
  fault: `${operation}: ${how === 'reset' ? 'connection reset' : how.type}`,
  behaviour: 'answers so',
  step,
  aws: { operation, how },
  attempts: 1,
  ...row,
});

const services: Row[] = [
  aws('DescribeSecret', 'createSecret', denied, { error: 'SecretUnavailable' }),
  aws('DescribeSecret', 'createSecret', throttled, { error: 'RateLimited' }),
  aws('DescribeSecret', 'createSecret', internal, { error: 'Transient' }),
  aws('GetSecretValue', 'createSecret', denied, { error: 'SecretUnavailable' }),
  aws('PutSecretValue', 'createSecret', 'reset', { error: 'Transient' }),
  aws('UpdateSecretVersionStage', 'finishSecret', denied, { error: 'SecretUnavailable' }),
  ...(
    [
      ['ListKeys', 'createSecret', denied, 'AuthConfigError'],
      ['CreateKey', 'createSecret', denied, 'AuthConfigError'],
      ['CreateKey', 'createSecret', { status: 400, type: 'LimitExceededException' }, 'RateLimited'],
      ['GetPublicKey', 'setSecret', internal, 'Transient'],
      ['Sign', 'testSecret', denied, 'AuthConfigError'],
    ] as const
  ).map(([operation, step, how, error]) =>
    aws(operation, step, how, { error, grant: 'private_key_jwt' }),
  ),
];

const secret = (fault: string, holds: RotationFault['secret'], row: Partial<Row>): Row => ({
  fault,
  behaviour: 'Secrets Manager gives what it has',
  step: 'createSecret',
  secret: holds,
  error: 'SecretUnavailable',
  attempts: 2,
  ...row,
});

const changed = (change: object) => (credential: object) =>
  JSON.stringify({ ...credential, ...change });

const secrets: Row[] = [
  secret('the secret has no value yet', () => undefined, {}),
  secret('the secret is not JSON', () => 'canary-no-json', {}),
  secret('the secret has no client secret', changed({ clientSecret: undefined }), {}),
  secret('its client secret is not at Okta', changed({ clientSecretId: 'ocsElsewhere' }), {
    error: 'AuthConfigError',
  }),
  secret('its account is none of the two', changed({ username: 'someone@example.com' }), {
    grant: 'password',
    error: 'AuthConfigError',
  }),
  secret('its authority is unreadable', changed({ ca: 'canary-no-authority' }), {
    error: 'TlsTrustError',
  }),
];

const event = (fault: string, change: object | null): Row => ({
  fault,
  behaviour: 'Secrets Manager, or somebody else, invokes it so',
  step: 'createSecret',
  event: (good) => change && { ...good, ...change },
  error: 'InvalidInput',
  attempts: 0,
});

const events: Row[] = [
  event('not an event of a rotation', null),
  event('an unknown step', { Step: 'dropSecret' }),
  event('a secret that is not among CREDENTIALS', { SecretId: 'arn:elsewhere' }),
  event('a version that no rotation makes', { ClientRequestToken: 'elsewhere' }),
];

/** Each failing step of the table, and a few more. */
export const rotationFaults: readonly RotationFault[] = [
  ...okta.map((row) => ({ ...row, area: 'Rotation: Okta', next })),
  ...services.map((row) => ({ ...row, area: 'Rotation: Secrets Manager and KMS', next })),
  ...secrets.map((row) => ({ ...row, area: 'Rotation: the secret', next })),
  ...events.map((row) => ({ ...row, area: 'Rotation: the event', next })),
];

const BEHAVIOUR = {
  reset: 'breaks the connection before it does anything, and stays away',
  lost: 'does what it is asked, breaks the connection, and stays away',
};

export const kills: readonly Kill[] = (
  ['private_key_jwt', 'client_secret', 'password'] as const
).flatMap((grant) =>
  CUTS.map(({ of, how }) => ({
    grant,
    of,
    how,
    area: 'Rotation: killed at every call and run again',
    fault: `${grant}: at each call to ${of}, ${how === 'lost' ? 'after' : 'before'} it is done`,
    behaviour: `${of} ${BEHAVIOUR[how]}`,
    attempts: 1,
    next: 'ends as if it had not been; current and cached credentials work at each moment',
  })),
);

/** What `docs/fault-matrix.md` has of the rotator. */
export const rotationMatrix: readonly FaultRow<ErrorName>[] = [...rotationFaults, ...kills];
