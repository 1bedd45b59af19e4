export * from './endpoint-policy-open';
export * from './endpoint-service-any-principal';
export * from './endpoint-service-open';
export * from './endpoint-without-groups';
