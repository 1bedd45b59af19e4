export * from './ip-target-group';
export * from './network-listener';
export * from './network-load-balancer';
export * from './transport';
