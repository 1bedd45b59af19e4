export * from './api-stage';
export * from './execute-api-endpoint';
export * from './open-api-document';
export * from './private-api';
export * from './proxy-api';
export * from './vpc-link';
export * from './vpc-link-v1';
export * from './vpc-link-v2';
