export * from './log-group-key';
export * from './log-group-retention';
