import { createPublicKey } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import type { Credential, Grant } from '@culvert/credential';
import { type OktaClient, OktaDouble, type OktaUser, type PublicJwk } from '@culvert/okta-double';
import { TestCertificateAuthority } from '@culvert/loopback';
import { type KeySpec, readEnvironment, type RotatedCredential } from '../src/environment';
import { OktaTokens } from '../src/okta-tokens';
import { ACCOUNT, AwsServer } from './aws-server';
import { Lambda } from './lambda';

const DOMAIN = 'culvert.okta.example.com';
const ROLE = `arn:aws:iam::${ACCOUNT}:role`;
export const ROTATOR_ROLE = `${ROLE}/rotator`;
export const CALLER_ROLE = `${ROLE}/caller`;
export const STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;

export type Step = (typeof STEPS)[number];

/** A caller before its first rotation: its name is its client's id, its app's and its scope. */
export interface Caller {
  readonly name: string;
  readonly grant: Grant;
  /** Of the keys that its rotations make. */
  readonly keySpec?: KeySpec;
}

/** The service accounts of a caller. The first one is in use before the first rotation. */
export function accountsOf(name: string): readonly [OktaUser, OktaUser] {
  const account = (which: string): OktaUser => ({
    userId: `00u${name}${which}`,
    username: `${name}-${which}@example.com`,
    password: `canary-first-password-of-${which}`,
  });
  return [account('a'), account('b')];
}

export const FIRST_KID = 'first';
export const CLIENT_SECRET = 'canary-first-client-secret';

export function arnOf(name: string): string {
  return `arn:aws:secretsmanager:eu-central-1:${ACCOUNT}:secret:culvert/${name}-AbCdEf`;
}

/** Okta and AWS on loopback, with callers, their secrets and the rotator's bundle. */
export class Organization {
  readonly lambda: Lambda;
  readonly #tokens: OktaTokens;
  readonly #variables: NodeJS.ProcessEnv;

  private constructor(
    readonly okta: OktaDouble,
    readonly aws: AwsServer,
    readonly callers: readonly Caller[],
    variables: NodeJS.ProcessEnv,
  ) {
    this.#variables = variables;
    this.lambda = this.newLambda({});
    this.#tokens = new OktaTokens(readEnvironment(variables), new KMSClient());
  }

  /** @param callers each a client of its own at Okta, with a secret of its own */
  static async start(callers: readonly Caller[]): Promise<Organization> {
    const authority = await TestCertificateAuthority.create();
    const aws = await AwsServer.start();
    Object.assign(process.env, {
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'canary-secret-access-key',
      AWS_ENDPOINT_URL: aws.endpoint,
    });
    const { ca } = authority;
    const managementKey = aws.addKey('RSA_2048');
    const signingKeys = new Map(
      callers
        .filter(({ grant }) => grant === 'private_key_jwt')
        .map(({ name }) => [name, aws.addKey()]),
    );
    const okta = await OktaDouble.start({
      certificate: await authority.server({ names: [DOMAIN] }),
      domain: DOMAIN,
      authorizationServerId: 'ausculvert',
      clients: callers.map(({ name, grant }): OktaClient => {
        const signingKey = signingKeys.get(name);
        return {
          clientId: name,
          appId: name,
          grant,
          scopes: [name],
          claims: { private: 'canary-claim' },
          ...(signingKey === undefined
            ? { clientSecret: CLIENT_SECRET }
            : { jwk: jwkOf(aws, signingKey, FIRST_KID) }),
        };
      }),
      users: callers.flatMap(({ name }) => accountsOf(name)),
      management: { clientId: 'rotator', jwk: jwkOf(aws, managementKey, 'management') },
    });
    for (const { name, grant } of callers) {
      const [{ username, password }] = accountsOf(name);
      const credential = {
        ...(grant === 'private_key_jwt'
          ? { keyId: FIRST_KID, kmsKeyId: signingKeys.get(name), algorithm: 'ES256' }
          : { clientSecret: CLIENT_SECRET }),
        ...(grant === 'password' && { username, password }),
        ca,
      };
      aws.addSecret(arnOf(name), JSON.stringify(credential));
    }
    return new Organization(okta, aws, callers, {
      OKTA_DOMAIN: DOMAIN,
      OKTA_ISSUER: okta.issuer,
      OKTA_PROXY_URL: okta.proxyUrl,
      OKTA_MANAGEMENT_CLIENT_ID: 'rotator',
      OKTA_MANAGEMENT_KEY_ID: managementKey,
      OKTA_MANAGEMENT_KID: 'management',
      OKTA_MANAGEMENT_ALGORITHM: 'RS256',
      ROTATOR_ROLE_ARN: ROTATOR_ROLE,
      CREDENTIALS: JSON.stringify(
        Object.fromEntries(callers.map((caller) => [arnOf(caller.name), rotatedOf(caller)])),
      ),
    });
  }

  async stop(): Promise<void> {
    await Promise.all([this.okta.stop(), this.aws.stop(), this.lambda.stop()]);
  }

  /** One more, whose environment differs. */
  newLambda(differing: NodeJS.ProcessEnv): Lambda {
    return new Lambda({ ...process.env, ...this.#variables, ...differing });
  }

  step(Step: Step, name: string, versionId: string, remainingMs?: number): Promise<void> {
    const event = { Step, SecretId: arnOf(name), ClientRequestToken: versionId };
    return this.lambda.invoke(event, remainingMs);
  }

  /** What Secrets Manager does; it stops at the first step that fails. */
  async rotate(name: string, versionId = this.aws.startRotation(arnOf(name))): Promise<void> {
    for (const step of STEPS) await this.step(step, name, versionId);
  }

  /** As a caller has it in memory. */
  credential(name: string, stage = 'AWSCURRENT'): Credential {
    return JSON.parse(this.aws.text(arnOf(name), stage) ?? '');
  }

  /** Whether a caller with this credential gets a token. */
  async works({ name, grant }: Caller, credential = this.credential(name)): Promise<boolean> {
    const token = this.#tokens.caller(rotatedOf({ name, grant }), credential);
    return token.get({ remainingMs: 30_000 }).then(
      (value) => value.length > 0,
      (error: Error) => (error.name === 'AuthConfigError' ? false : Promise.reject(error)),
    );
  }

  async mend(): Promise<void> {
    this.aws.mend();
    await this.okta.mend();
  }
}

function rotatedOf({ name, grant, keySpec }: Caller): RotatedCredential {
  return {
    grant,
    clientId: name,
    appId: name,
    scopes: [name],
    ...(grant === 'password' && {
      accounts: accountsOf(name).map(({ username, userId }) => ({ username, userId })),
    }),
    ...(grant === 'private_key_jwt' && { callerRoleArn: CALLER_ROLE, keySpec }),
  };
}

function jwkOf(aws: AwsServer, arn: string, kid: string): PublicJwk {
  const der = aws.key(arn).publicKey.export({ format: 'der', type: 'spki' });
  const jwk = createPublicKey({ key: der, format: 'der', type: 'spki' }).export({ format: 'jwk' });
  return { ...jwk, kid };
}
