export * from './network-loss';
