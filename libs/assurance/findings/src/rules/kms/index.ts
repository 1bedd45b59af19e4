export * from './key-deletion-window';
export * from './key-policy-open';
export * from './key-rotation';
