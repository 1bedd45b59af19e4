export * from './account-of';
export * from './estate';
export * from './estate-error';
export * from './estate-from-environment';
export * from './load-estate';
