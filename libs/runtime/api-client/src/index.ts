export * from './api-client';
export * from './api-client-options';
export * from './api-event';
export * from './api-request';
export * from './api-response';
export * from './token-provider';
export * from './validator';
