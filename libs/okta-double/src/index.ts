export * from './fault';
export * from './okta-double';
export * from './okta-double-options';
