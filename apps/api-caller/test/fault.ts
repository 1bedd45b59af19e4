import type { ErrorName } from '@culvert/errors';
import type { FaultRow, ServerAnswer } from '@culvert/loopback';
import type { SettingOptions } from './setting';

/** A row, and how it comes about. */
export interface Fault extends FaultRow<ErrorName>, Omit<SettingOptions, 'authority'> {
  /** Whose requests are counted. */
  readonly counted: 'okta' | 'api' | 'secret';
  /** How the TLS of the server at fault is set up. @default as it should be */
  readonly tls?: 'another authority' | 'expired' | 'another name' | 'TLS 1.1';
  /** How the secret is answered, in turn, the last again and again. @default with the secret */
  readonly secret?: readonly (ServerAnswer | undefined)[];
  /** What the secret holds each time that it is read, besides the authority. @default one version */
  readonly versions?: readonly object[];
  readonly environment?: NodeJS.ProcessEnv;
  /** What differs from a GET. @default nothing */
  readonly input?: object;
  /** Milliseconds that the invocation has. @default 20000 */
  readonly remainingMs?: number;
  /** Seconds that pass after a first invocation that goes well. @default there is no first one */
  readonly after?: number;
  /** How many invocations there are at the same time. @default 1 */
  readonly concurrent?: number;
}
