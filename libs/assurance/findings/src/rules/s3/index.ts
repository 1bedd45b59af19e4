export * from './bucket-acl-public';
export * from './bucket-key';
export * from './bucket-policy-public';
export * from './bucket-public-access';
export * from './bucket-tls-only';
export * from './bucket-versioning';
