export * from './synthesised-stack';
