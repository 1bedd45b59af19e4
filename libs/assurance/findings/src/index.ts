export * from './finding';
export * from './findings-of';
export type * from './rule';
export * from './rules';
