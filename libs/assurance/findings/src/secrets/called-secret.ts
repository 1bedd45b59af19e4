import { isUserAndPassword } from './formats';
import { mayBeSecret, normalised, suspicionOf } from './names';
import { isUuid, looksRandom } from './randomness';

/** Whether a value is the secret that its name says. */
export function isCalledSecret(name: string, value: string): boolean {
  return saysWhatever(name, value) || isMadeUpUnder(name, value);
}

/** Under `password` everything is one. */
function saysWhatever(name: string, value: string): boolean {
  return suspicionOf(name) === 'any' && mayBeSecret(value);
}

/** Under `token` is what a machine made up, and under `auth` a user with a password. */
export function isMadeUpUnder(name: string, value: string): boolean {
  if (suspicionOf(name) === undefined) {
    return /(?:^|_)auth$/.test(normalised(name)) && isUserAndPassword(value);
  }
  if (!mayBeSecret(value)) return false;
  return looksRandom(value) || (isUuid(value) && /token$|key$/i.test(name));
}
