export type * from './gate-answer';
