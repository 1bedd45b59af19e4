import type { OktaCallerEstate, OktaClientEstate } from '@culvert/estate';
import { NodeFunction } from '@culvert/function';
import type { CustomerKey } from '@culvert/identity';
import { SigningKey } from '@culvert/identity';
import type { PolicyStatement } from '@culvert/policy';
import type { Account } from '@culvert/stack';
import { Lazy } from 'cdktf';
import { Construct } from 'constructs';
import type { Caller } from './caller';
import { NAME } from './names';
import type { CallerNetwork } from './network';
import { issuerOf, kidOf } from './okta';

/** The tag that a key made by a rotation carries: the ARN of the secret it is for. */
const SECRET_TAG = 'culvert:secret';

/** What such a key is for; the rotator makes no others, and deletes no others. */
const SIGN_VERIFY = 'SIGN_VERIFY';

/** Properties of a {@link Rotator}. */
export interface RotatorProps {
  readonly scenario: OktaCallerEstate;
  readonly network: CallerNetwork;
  /** Encrypts what is shared. */
  readonly key: CustomerKey;
  readonly callers: readonly Caller[];
  /** The path of the function's zip. */
  readonly bundle: string;
}

/** The function that rotates every caller's credential through Okta's API, and the key it signs with. */
export class Rotator extends Construct {
  public readonly fn: NodeFunction;
  /** Signs what the rotator says to Okta; its public half belongs to the service app there. */
  public readonly managementKey: SigningKey;

  public constructor(account: Account, props: RotatorProps) {
    super(account, 'rotator');
    const { callers, network, scenario } = props;
    this.fn = new NodeFunction(this, 'function', {
      name: `${NAME}-rotator`,
      description: 'rotates credentials at Okta',
      bundle: props.bundle,
      vpc: network.vpc,
      key: props.key,
      environment: this.environment(props),
      reservedConcurrency: callers.length,
      timeoutSeconds: 300,
      logRetentionDays: scenario.logRetentionDays,
    });
    this.managementKey = new SigningKey(this, 'management-key', {
      name: `${NAME}-management`,
      description: "signs what the rotator says to Okta's management API",
      algorithm: 'RS256',
      signerRoleArn: this.fn.roleArn,
    });
    network.egress.allowFrom(this.fn.securityGroup);
    this.fn.allow(...statements(account, callers));
    for (const { secret } of callers) {
      secret.rotateBy(this.fn, {
        scheduleExpression: `rate(${scenario.rotationDays} days)`,
        duration: '3h',
      });
    }
  }

  /** The role and the key are made after what is told here, but before the function. */
  private environment({ callers, scenario }: RotatorProps): Record<string, string> {
    const { egress, okta } = scenario;
    const later = (produce: () => string) => Lazy.stringValue({ produce });
    return {
      OKTA_DOMAIN: okta.domain,
      OKTA_ISSUER: issuerOf(okta),
      ...(egress.type === 'proxy' && { OKTA_PROXY_URL: egress.url }),
      OKTA_MANAGEMENT_CLIENT_ID: okta.management.clientId,
      OKTA_MANAGEMENT_KEY_ID: later(() => this.managementKey.arn),
      OKTA_MANAGEMENT_KID: later(() => kidOf(this.managementKey.arn)),
      OKTA_MANAGEMENT_ALGORITHM: 'RS256',
      ROTATOR_ROLE_ARN: later(() => this.fn.roleArn),
      CREDENTIALS: JSON.stringify(
        Object.fromEntries(callers.map((caller) => [caller.secret.arn, credentialOf(caller)])),
      ),
    };
  }
}

/** What the rotator is told of a caller's credential. */
function credentialOf({ client, fn }: Caller) {
  const { grant, clientId, appId, scopes } = client;
  return { grant, clientId, appId, scopes, ...detailsOf(client, fn) };
}

function detailsOf(client: OktaClientEstate, { roleArn }: NodeFunction) {
  switch (client.grant) {
    case 'private_key_jwt':
      return {
        callerRoleArn: roleArn,
        keySpec: client.algorithm === 'RS256' ? 'RSA_2048' : 'ECC_NIST_P256',
      };
    case 'client_secret':
      return { clientAuthentication: client.clientAuthentication };
    case 'password':
      return { clientAuthentication: client.clientAuthentication, accounts: client.accounts };
  }
}

/** What a rotation does beside reading and writing its secret, which the secret itself allows. */
function statements(account: Account, callers: readonly Caller[]): PolicyStatement[] {
  const signing = callers.filter(({ signingKey }) => signingKey !== undefined);
  return signing.length === 0 ? [] : keyStatements(account, signing);
}

/** Keys are made for one of the secrets, and only such keys can be deleted. */
function keyStatements(account: Account, callers: readonly Caller[]): PolicyStatement[] {
  const secretArns = callers.map(({ secret }) => secret.arn);
  const keys = `arn:aws:kms:${account.region}:${account.accountId}:key/*`;
  return [
    {
      Sid: 'MakesSigningKeys',
      Effect: 'Allow',
      Action: 'kms:CreateKey',
      Resource: '*',
      Condition: {
        StringEquals: {
          [`aws:RequestTag/${SECRET_TAG}`]: secretArns,
          'kms:KeyUsage': SIGN_VERIFY,
        },
      },
    },
    {
      Sid: 'TagsSigningKeys',
      Effect: 'Allow',
      Action: 'kms:TagResource',
      Resource: '*',
      Condition: { StringEquals: { [`aws:RequestTag/${SECRET_TAG}`]: secretArns } },
    },
    {
      Sid: 'LooksForSigningKeys',
      Effect: 'Allow',
      Action: 'kms:ListKeys',
      Resource: '*',
    },
    {
      Sid: 'TellsSigningKeysApart',
      Effect: 'Allow',
      Action: 'kms:ListResourceTags',
      Resource: keys,
    },
    {
      Sid: 'RetiresSigningKeys',
      Effect: 'Allow',
      Action: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:ScheduleKeyDeletion'],
      Resource: keys,
      Condition: {
        StringEquals: {
          [`aws:ResourceTag/${SECRET_TAG}`]: secretArns,
          'kms:KeyUsage': SIGN_VERIFY,
        },
      },
    },
  ];
}
