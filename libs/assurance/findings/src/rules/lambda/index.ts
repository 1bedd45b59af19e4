export * from './function-concurrency';
export * from './function-dead-letters';
export * from './function-runtime-deprecated';
export * from './function-secret-in-environment';
export * from './function-tracing';
export * from './function-url-public';
export * from './permission-public';
export * from './permission-service-source';
