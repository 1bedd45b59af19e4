export * from './failure-queue';
export * from './node-function';
