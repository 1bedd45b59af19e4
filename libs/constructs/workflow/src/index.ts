export * from './batch-map';
export * from './definition';
export * from './retry';
export * from './rotation-watch';
export * from './state-machine';
