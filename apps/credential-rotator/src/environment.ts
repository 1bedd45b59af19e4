import type { Grant, SigningKey } from '@culvert/credential';
import { InvalidInput } from '@culvert/errors';
import type { Level } from '@culvert/logger';
import { schemaProblems } from '@culvert/schema-problems';
import validators from './generated/validators';

/** A user of Okta that is no person. */
export interface ServiceAccount {
  readonly username: string;
  readonly userId: string;
}

/** What `keySpec` of a KMS key can be here. */
export type KeySpec = 'RSA_2048' | 'RSA_3072' | 'RSA_4096' | 'ECC_NIST_P256';

/** One secret, and whose credential it holds. */
export interface RotatedCredential {
  readonly grant: Grant;
  readonly clientId: string;
  /** Id of the app at Okta's management API. */
  readonly appId: string;
  /** How a client with a secret gives it. @default 'basic' */
  readonly clientAuthentication?: 'basic' | 'post';
  readonly scopes: readonly string[];
  /** The two that take turns, for the grant `password`. */
  readonly accounts?: readonly ServiceAccount[];
  /** The role that signs with a new key, for the grant `private_key_jwt`. */
  readonly callerRoleArn?: string;
  /** Of a new key, for the grant `private_key_jwt`. @default what suits the current algorithm */
  readonly keySpec?: KeySpec;
}

/** What the function is set up with. */
export interface Environment {
  /** Such as `example.okta.com`. */
  readonly domain: string;
  /** Of the custom authorization server, which the callers' tokens come from. */
  readonly issuer: string;
  /** A forward proxy on the way to Okta. @default none */
  readonly proxyUrl?: string;
  /** The service app that may use the management API, and its key. */
  readonly management: { readonly clientId: string; readonly key: SigningKey };
  /** The function's own role: it signs to test a new key. */
  readonly rotatorRoleArn?: string;
  /** By the secret's ARN. */
  readonly credentials: Readonly<Record<string, RotatedCredential>>;
  /** @default 'info' */
  readonly logLevel?: Level;
}

interface Variables {
  readonly OKTA_DOMAIN: string;
  readonly OKTA_ISSUER: string;
  readonly OKTA_PROXY_URL?: string;
  readonly OKTA_MANAGEMENT_CLIENT_ID: string;
  readonly OKTA_MANAGEMENT_KEY_ID: string;
  readonly OKTA_MANAGEMENT_KID: string;
  readonly OKTA_MANAGEMENT_ALGORITHM: SigningKey['algorithm'];
  readonly ROTATOR_ROLE_ARN?: string;
  readonly CREDENTIALS: string;
  readonly LOG_LEVEL?: Level;
}

/** @throws InvalidInput that names each mistake and no value */
export function readEnvironment(environment: NodeJS.ProcessEnv): Environment {
  const validate = validators['environment'];
  const wrong = validate(environment) ? [] : [schemaProblems(validate.errors)];
  const variables = environment as unknown as Variables;
  const credentials = json(variables.CREDENTIALS);
  const validateCredentials = validators['credentials'];
  if (variables.CREDENTIALS !== undefined && !validateCredentials(credentials)) {
    wrong.push(`CREDENTIALS: ${schemaProblems(validateCredentials.errors)}`);
  }
  if (wrong.length > 0) {
    throw new InvalidInput(`wrong environment variables: ${wrong.join('; ')}`);
  }
  return {
    domain: variables.OKTA_DOMAIN,
    issuer: variables.OKTA_ISSUER,
    proxyUrl: variables.OKTA_PROXY_URL,
    management: {
      clientId: variables.OKTA_MANAGEMENT_CLIENT_ID,
      key: {
        keyId: variables.OKTA_MANAGEMENT_KID,
        kmsKeyId: variables.OKTA_MANAGEMENT_KEY_ID,
        algorithm: variables.OKTA_MANAGEMENT_ALGORITHM,
      },
    },
    rotatorRoleArn: variables.ROTATOR_ROLE_ARN,
    credentials: credentials as Environment['credentials'],
    logLevel: variables.LOG_LEVEL,
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
