export * from './finding';
export type * from './rule';
