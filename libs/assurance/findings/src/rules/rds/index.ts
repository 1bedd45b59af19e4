export * from './database-deletion-protection';
export * from './database-encryption';
export * from './database-public';
