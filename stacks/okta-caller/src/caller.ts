import type { OktaCallerEstate, OktaClientEstate } from '@culvert/estate';
import { NodeFunction } from '@culvert/function';
import { CredentialSecret, CustomerKey, SigningKey } from '@culvert/identity';
import type { Account } from '@culvert/stack';
import { Construct } from 'constructs';
import { nameOf } from './names';
import type { CallerNetwork } from './network';
import { allowToInternalApi } from './network';
import { issuerOf } from './okta';

/** How long a request may take in all, in seconds. */
export const TIMEOUT_SECONDS = 30;

/** Properties of a {@link Caller}. */
export interface CallerProps {
  readonly name: string;
  readonly client: OktaClientEstate;
  readonly scenario: OktaCallerEstate;
  readonly network: CallerNetwork;
  /** The path of the function's zip. */
  readonly bundle: string;
}

/** A function that calls the internal API, with a credential and keys of its own. */
export class Caller extends Construct {
  public readonly name: string;
  /** The Region of everything of the caller's. */
  public readonly region: string;
  public readonly client: OktaClientEstate;
  /** Encrypts everything of the caller's at rest. */
  public readonly key: CustomerKey;
  public readonly secret: CredentialSecret;
  public readonly fn: NodeFunction;
  /** Signs its assertions, where the grant is `private_key_jwt`. */
  public readonly signingKey?: SigningKey;

  public constructor(account: Account, props: CallerProps) {
    super(account, `caller-${props.name}`);
    const { client, name, network, scenario } = props;
    const resourceName = nameOf(name);
    this.name = name;
    this.region = account.region;
    this.client = client;
    this.key = new CustomerKey(this, 'key', {
      name: resourceName,
      description: `what ${resourceName} keeps: its credential, logs, executions and batches`,
    });
    this.secret = new CredentialSecret(this, 'secret', {
      name: `${resourceName}/okta`,
      description: `the credential of ${name} at Okta, grant ${client.grant}`,
      key: this.key,
      ownerRoleArns: scenario.credentialOwnerRoleArns,
      recoveryWindowDays: scenario.deletionProtection ? 30 : 0,
    });
    this.fn = new NodeFunction(this, 'function', {
      name: resourceName,
      description: `calls ${client.apiBaseUrl} with tokens of Okta`,
      bundle: props.bundle,
      vpc: network.vpc,
      key: this.key,
      environment: environmentOf(props, this.secret.arn),
      reservedConcurrency: client.reservedConcurrency,
      timeoutSeconds: TIMEOUT_SECONDS,
      logRetentionDays: scenario.logRetentionDays,
    });
    this.secret.grantRead(this.fn);
    if (client.grant === 'private_key_jwt') {
      this.signingKey = new SigningKey(this, 'signing-key', {
        name: `${resourceName}-signing`,
        description: `signs what ${name} says to Okta, until the first rotation`,
        algorithm: client.algorithm,
        signerRoleArn: this.fn.roleArn,
      });
    }
    network.egress.allowFrom(this.fn.securityGroup);
    allowToInternalApi(this.fn.securityGroup, scenario);
  }
}

function environmentOf(
  { client, name, scenario: { egress, okta } }: CallerProps,
  secretArn: string,
): Record<string, string> {
  return {
    OKTA_ISSUER: issuerOf(okta),
    OKTA_CLIENT_ID: client.clientId,
    OKTA_GRANT: client.grant,
    ...(client.grant !== 'private_key_jwt' && {
      OKTA_CLIENT_AUTHENTICATION: client.clientAuthentication,
    }),
    OKTA_SCOPES: client.scopes.join(' '),
    ...(egress.type === 'proxy' && { OKTA_PROXY_URL: egress.url }),
    API_NAME: name,
    API_BASE_URL: client.apiBaseUrl,
    SECRET_ID: secretArn,
  };
}
