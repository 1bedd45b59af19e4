export * from './account-of';
export * from './cross-account-privatelink-estate';
export * from './estate';
export * from './estate-error';
export * from './estate-from-environment';
export * from './load-estate';
export * from './scenario-estate';
export * from './transit-gateway-onprem-estate';
