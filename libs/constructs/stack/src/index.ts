export * from './account';
export * from './multi-account-stack';
export * from './state-backend';
