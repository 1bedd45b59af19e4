import { randomBytes } from 'node:crypto';
import { AuthConfigError } from '@culvert/errors';
import type { ServiceAccount } from '../environment';
import type { Rotation, Strategy } from '../strategy';
import { nextClientSecret } from './client-secret';

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[+/]/];

/** Two accounts take turns: the one that is not in use gets a new password. The client's secret is replaced with it. */
export const password: Strategy<'password'> = {
  create: async (rotation) => {
    const { username } = otherAccount(rotation);
    return {
      ...rotation.current.credential,
      ...(await nextClientSecret(rotation)),
      username,
      password: newPassword(),
    };
  },

  set: async (rotation, pending) => {
    const account = otherAccount(rotation);
    if (account.username !== pending.username) {
      throw new AuthConfigError(
        `the account of the next version is in use by now: start another rotation of ${rotation.secretArn}`,
      );
    }
    await rotation.okta.setPassword(account.userId, pending.password);
  },
};

/** @throws AuthConfigError when the account in use is none of the two */
function otherAccount({ current, rotated, secretArn }: Rotation<'password'>): ServiceAccount {
  const { accounts = [] } = rotated;
  const { username } = current.credential;
  const [other, ...more] = accounts.filter((account) => account.username !== username);
  if (other === undefined || more.length > 0) {
    throw new AuthConfigError(
      `the username in ${secretArn} is none of the two accounts: put one of ${accounts.map((account) => account.username).join(', ')}`,
    );
  }
  return other;
}

/** 240 random bits, with each class of characters that a password policy may ask for. */
function newPassword(): string {
  for (;;) {
    const candidate = randomBytes(30).toString('base64');
    if (CLASSES.every((characters) => characters.test(candidate))) return candidate;
  }
}
