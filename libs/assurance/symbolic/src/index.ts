export * from './json-with-symbols';
export * from './symbolic-text';
export * from './text';
export * from './text-pattern';
export * from './truth';
export * from './unknown';
export * from './wildcard';
