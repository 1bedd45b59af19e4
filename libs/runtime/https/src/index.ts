export * from './connections';
export * from './read-body';
export * from './safe-cause';
export * from './transport-error';
