export * from './credential-secret';
export * from './current-account';
export * from './customer-key';
export * from './grantee';
export * from './rotation-function';
export * from './sid-of';
export * from './signing-key';
