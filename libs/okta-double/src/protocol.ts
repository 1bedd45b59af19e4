import type { Route } from './fault';
import type { AppCredentials, Counts, OktaDoubleOptions } from './okta-double-options';

/** A fault as it is sent to the server's process. */
export interface Fault {
  readonly route: Route;
  readonly kind: number | 'reset' | 'lost' | 'hang';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly skip: number;
  readonly times: number;
}

/** What the server's process can be told. */
export interface Commands {
  start(options: OktaDoubleOptions): Promise<{ readonly port: number; readonly proxyPort: number }>;
  counts(none: undefined): Counts;
  fail(fault: Fault): void;
  mend(none: undefined): void;
  credentials(appId: string): AppCredentials;
}

export interface Question {
  readonly id: number;
  readonly command: keyof Commands;
  readonly argument: unknown;
}

export interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}
