export * from './state-machine-key';
export * from './state-machine-logs';
export * from './state-machine-logs-data';
export * from './state-machine-tracing';
