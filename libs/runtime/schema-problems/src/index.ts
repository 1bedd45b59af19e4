export * from './schema-problems';
