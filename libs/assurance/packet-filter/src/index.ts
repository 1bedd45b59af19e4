export type * from './address';
export * from './between-subnets';
export type * from './decision';
export * from './network-acl';
export * from './packet-filter-error';
export * from './passage';
export * from './route-table';
export * from './security-group';
export * from './traffic';
