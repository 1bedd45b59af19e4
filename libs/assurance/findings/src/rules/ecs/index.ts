export * from './container-privileged';
export * from './container-root-file-system';
export * from './container-secret-in-environment';
export * from './exec-logging';
export * from './service-public-ip';
