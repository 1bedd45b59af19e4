import { CulvertError } from '@culvert/errors';
import { apiRequest } from './api-request';
import { type Credentials, credentials } from './credentials';
import type { Environment } from './environment';
import { readInput } from './input';
import { type Output, output } from './output';
import { Session } from './session';
import { Telemetry } from './telemetry';

/** Milliseconds that are kept back from the invocation's time, to report a failure. */
const MARGIN_MS = 500;

/** What is used of Lambda's context. */
export interface Invocation {
  readonly awsRequestId: string;
  getRemainingTimeInMillis(): number;
}

/** Calls one API. Secret, token and connections are kept for the invocations that follow. */
export class ApiCaller {
  readonly #environment: Environment;
  readonly #telemetry: Telemetry;
  readonly #credentials: Credentials;
  #session: Session | undefined;

  constructor(environment: Environment) {
    this.#environment = environment;
    this.#telemetry = new Telemetry(environment);
    this.#credentials = credentials(environment, (read) => this.#telemetry.secretRead(read));
  }

  /** @throws an error of `@culvert/errors`: its name tells a state machine what to do */
  async call(event: unknown, invocation: Invocation): Promise<Output> {
    const { awsRequestId: requestId } = invocation;
    let ids: object = { requestId };
    try {
      const input = readInput(event);
      const { correlationId, retryCount = 0 } = input;
      ids = { requestId, correlationId, retryCount };
      if (retryCount > 0) this.#telemetry.repeated();
      const request = apiRequest(input);
      const { client } = await this.session(invocation);
      const remainingMs = invocation.getRemainingTimeInMillis();
      const response = await client.call(request, { remainingMs });
      this.#telemetry.succeeded(ids, { method: input.method, status: response.status });
      return output(response);
    } catch (error) {
      this.#telemetry.failed(ids, error);
      throw error instanceof CulvertError ? error : unexpected(error, requestId);
    }
  }

  /** The one there is, unless the secret has other certificates by now. */
  private async session(invocation: Invocation): Promise<Session> {
    const waitMs = Math.max(0, invocation.getRemainingTimeInMillis() - MARGIN_MS);
    const { secret, grant } = this.#credentials;
    const { value } = await secret.get({ signal: AbortSignal.timeout(waitMs) });
    if (!this.#session?.uses(value)) {
      void this.#session?.close();
      this.#session = new Session(this.#environment, value, grant, this.#telemetry);
    }
    return this.#session;
  }
}

/** A mistake of ours, whose message may hold anything: it stands in the log, without secrets. */
function unexpected(error: unknown, requestId: string): Error {
  const name = error instanceof Error ? error.name : typeof error;
  return new Error(`unexpected ${name}: see the log of request ${requestId}`);
}
