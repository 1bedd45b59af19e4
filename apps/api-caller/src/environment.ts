import type { Grant } from '@culvert/credential';
import { InvalidInput } from '@culvert/errors';
import type { Level } from '@culvert/logger';
import { schemaProblems } from '@culvert/schema-problems';
import validators from './generated/validators';

/** What the function is set up with; its schema is `schemas/environment.json`. */
export interface Environment {
  /** The authorization server's: `https://<domain>/oauth2/<id>`. */
  readonly OKTA_ISSUER: string;
  readonly OKTA_CLIENT_ID: string;
  readonly OKTA_GRANT: Grant;
  /** How a client with a secret gives it. @default 'basic' */
  readonly OKTA_CLIENT_AUTHENTICATION?: 'basic' | 'post';
  /** Separated by blanks. */
  readonly OKTA_SCOPES: string;
  /** A forward proxy on the way to Okta: `http://<host>:<port>`. @default none */
  readonly OKTA_PROXY_URL?: string;
  /** What the API is called in logs and metrics. */
  readonly API_NAME: string;
  readonly API_BASE_URL: string;
  /** ARN of the secret with the credential for Okta. */
  readonly SECRET_ID: string;
  /** @default 'info' */
  readonly LOG_LEVEL?: Level;
}

/** @throws InvalidInput that names each mistake, and no value: a proxy's URL may hold a password */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const validate = validators['environment'];
  if (!validate(variables)) {
    throw new InvalidInput(`wrong environment variables: ${schemaProblems(validate.errors)}`);
  }
  return variables as unknown as Environment;
}
