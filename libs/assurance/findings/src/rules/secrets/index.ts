export * from './secrets-in-plan';
