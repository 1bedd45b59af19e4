import type { ServerResponse } from 'node:http';
import type { Route } from '../fault.js';
import type { Fault } from '../protocol.js';

/** Where a request goes to, and what it is for. */
export interface Target {
  readonly purpose: Exclude<Route, '*' | `${string} /${string}`>;
  readonly method: string;
  readonly path: string;
}

/** What is to go wrong, in turn. */
export class Faults {
  #faults: { readonly fault: Fault; seen: number }[] = [];

  add(fault: Fault): void {
    this.#faults.push({ fault, seen: 0 });
  }

  clear(): void {
    this.#faults = [];
  }

  /** The fault of this request, if it is to have one. */
  next({ purpose, method, path }: Target): Fault | undefined {
    for (const entry of this.#faults) {
      const { fault } = entry;
      if (!['*', purpose, `${method} ${path}`].includes(fault.route)) continue;
      entry.seen += 1;
      const { seen } = entry;
      if (seen > fault.skip && seen <= fault.skip + fault.times) return fault;
    }
    return undefined;
  }
}

/** @returns whether the request is still to be done */
export function commit(fault: Fault, response: ServerResponse): boolean {
  if (fault.kind === 'hang') return false;
  if (fault.kind === 'reset') {
    response.socket?.destroy();
    return false;
  }
  if (fault.kind === 'lost') {
    response.write = () => true;
    response.end = () => {
      response.socket?.destroy();
      return response;
    };
    return true;
  }
  response.writeHead(fault.kind, { 'content-type': 'application/json', ...fault.headers });
  response.end(JSON.stringify(fault.body ?? errorOf(fault.kind)));
  return false;
}

/** In the form of both OAuth and the management API. */
function errorOf(status: number): object {
  const errorCode = status === 429 ? 'E0000047' : 'E0000009';
  return { error: status < 500 ? 'access_denied' : 'server_error', errorCode, errorSummary: 'no' };
}
