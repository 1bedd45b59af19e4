import { ApiCaller, type Invocation } from './api-caller';
import type { Output } from './output';
import { readEnvironment } from './environment';

let caller: ApiCaller | undefined;

/**
 * What Lambda calls. A wrong environment fails each invocation by its name, rather than the start of
 * the function.
 */
export async function handler(event: unknown, invocation: Invocation): Promise<Output> {
  caller ??= new ApiCaller(readEnvironment(process.env));
  return caller.call(event, invocation);
}
