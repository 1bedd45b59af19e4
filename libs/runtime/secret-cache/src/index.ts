export * from './secret';
export * from './secret-cache';
export * from './secret-cache-props';
