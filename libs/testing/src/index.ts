export * from './readme-example';
export * from './synthesised-stack';
