import type { Text } from '@culvert/symbolic';

/** Temporary credentials of a role. */
export interface RoleSession {
  readonly type: 'AssumedRole';
  readonly account: Text;
  readonly roleArn: Text;
  /**
   * Such as `arn:aws:sts::222222222222:assumed-role/caller/session`.
   * @default - of the role, of any session
   */
  readonly sessionArn?: Text;
}

/** A user with long-term credentials. */
export interface IamUser {
  readonly type: 'User';
  readonly account: Text;
  readonly arn: Text;
}

/** The root user of an account. */
export interface AccountRoot {
  readonly type: 'Account';
  readonly account: Text;
}

/** A session of `GetFederationToken`. */
export interface FederatedUser {
  readonly type: 'FederatedUser';
  readonly account: Text;
  /** Such as `arn:aws:sts::222222222222:federated-user/bob`. */
  readonly arn: Text;
  /** The user who asked for the session. */
  readonly userArn: Text;
}

/** An AWS service that calls on its own behalf. */
export interface AwsService {
  readonly type: 'Service';
  /** Such as `apigateway.amazonaws.com`. */
  readonly name: Text;
}

/** A holder of a SAML assertion or an OpenID token, who assumes a role with it. */
export interface FederatedIdentity {
  readonly type: 'Federated';
  /** The provider's ARN, or a name such as `accounts.google.com`. */
  readonly provider: Text;
}

/** Who does not sign the request. */
export interface Anonymous {
  readonly type: 'Anonymous';
}

/** A caller that belongs to an account. */
export type AccountCaller = RoleSession | IamUser | AccountRoot | FederatedUser;

/** Who makes a request. */
export type Caller = AccountCaller | AwsService | FederatedIdentity | Anonymous;

export function isAccountCaller(caller: Caller): caller is AccountCaller {
  return 'account' in caller;
}
