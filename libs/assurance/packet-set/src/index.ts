export * from './address-set';
export * from './packet';
export * from './packet-set';
export * from './packet-set-error';
export { type Protocol, protocolNumber } from './protocol';
