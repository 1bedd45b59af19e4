export * from './batch-map';
export * from './definition';
export * from './retry';
export * from './state-machine';
