export * from './secret-key';
export * from './secret-policy-public';
export * from './secret-recovery';
export * from './secret-rotation';
