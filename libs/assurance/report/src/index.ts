export * from './attestation';
export * from './format';
export * from './html/html';
export * from './json';
export * from './markdown/markdown';
export type * from './report';
export * from './sarif/sarif';
export { exitCodeOf, summaryOf, type Summary } from './summary';
export * from './table';
