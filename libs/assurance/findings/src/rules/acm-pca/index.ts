export * from './ca-key-algorithm';
export * from './ca-revocation';
