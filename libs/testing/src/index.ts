export * from './readme-example';
export * from './synthesised-stack';
export * from './test-certificates';
