export * from './rules-by-service';
