export type * from './connection';
export type * from './hop';
export type * from './party';
