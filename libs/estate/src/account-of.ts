import type { Estate } from './estate';

/** An account as a stack acts in it: the properties of an `Account` construct. */
export interface StackAccount {
  readonly accountId: string;
  readonly region: string;
  readonly roleArn: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The account that the estate knows by `name`.
 * @throws when it knows none by that name, which a loaded estate never refers to
 */
export function accountOf(estate: Estate, name: string): StackAccount {
  const account = estate.accounts[name];
  if (account === undefined) {
    throw new Error(
      `the estate has no account "${name}": it has ${Object.keys(estate.accounts).join(', ')}`,
    );
  }
  return {
    accountId: account.id,
    region: estate.region,
    roleArn: account.roleArn,
    tags: estate.tags,
  };
}
