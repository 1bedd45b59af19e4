export type * from './connection';
export type * from './gates';
export type * from './hop';
export type * from './party';
export type * from './reach';
export type * from './request';
export * from './reachability';
export * from './network';
