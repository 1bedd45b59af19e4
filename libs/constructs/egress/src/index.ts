export * from './egress';
export * from './firewalled-egress';
export * from './proxied-egress';
