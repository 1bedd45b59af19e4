export * from './policy-document';
export * from './service-trust';
