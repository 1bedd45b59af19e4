export * from './credential';
export * from './grant';
export * from './parse-credential';
