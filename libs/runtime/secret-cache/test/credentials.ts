import { InvalidInput } from '@culvert/errors';

export interface Credentials {
  readonly username: string;
}

/** Names what is missing, as callers are asked to, and never what is there. */
export function parseCredentials(json: unknown): Credentials {
  if (typeof json !== 'object' || json === null || !('username' in json))
    throw new InvalidInput('username is missing, add it to the secret');
  return { username: String(json.username) };
}
