export * from './check-flows';
export * from './flow';
export * from './flow-check';
export * from './flow-problem';
export * from './terraform-json';
