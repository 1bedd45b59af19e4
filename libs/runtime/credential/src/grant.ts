/** How a caller gets its tokens: two ways to prove who it is, and in the name of a service account. */
export const grants = ['private_key_jwt', 'client_secret', 'password'] as const;

export type Grant = (typeof grants)[number];
