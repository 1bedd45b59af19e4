export * from './admits';
export * from './connect';
