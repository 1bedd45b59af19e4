export * from './access';
export type * from './access-facts';
export type * from './gate-answer';
export type * from './grants';
export type * from './identity';
export * from './policy-of';
export type * from './requests';
