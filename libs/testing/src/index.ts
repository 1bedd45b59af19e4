export * from './asl-problems';
export * from './readme-example';
export * from './synthesised-stack';
