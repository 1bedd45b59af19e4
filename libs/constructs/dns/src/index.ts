export * from './forwarding-rule';
export * from './private-hosted-zone';
export * from './resolver-inbound-endpoint';
export * from './resolver-outbound-endpoint';
export * from './resolver-query-log';
