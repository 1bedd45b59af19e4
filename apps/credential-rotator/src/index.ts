import { readEnvironment } from './environment';
import { type Invocation, Rotator } from './rotator';

let rotator: Rotator | undefined;

/** What Lambda calls. A wrong environment fails each invocation by its name. */
export async function handler(event: unknown, invocation: Invocation): Promise<void> {
  rotator ??= new Rotator(readEnvironment(process.env));
  return rotator.rotate(event, invocation);
}
