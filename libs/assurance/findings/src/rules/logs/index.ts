export * from './log-group-retention';
