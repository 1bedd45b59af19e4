export * from './finding';
export * from './findings-of';
export type * from './rule';
export * from './rules';
export * from './secrets/without-secrets';
