/** What the names of everything shared start with. */
export const NAME = 'okta-caller';

/** The host numbers of pinned addresses, the same in every subnet. */
export const HOSTS = { secretsManager: 9, kms: 10, executeApi: 11, resolver: 12 } as const;

/** What the names of a caller's own resources start with. */
export function nameOf(caller: string): string {
  return `${NAME}-${caller}`;
}
