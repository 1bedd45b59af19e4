export * from './isolated-vpc';
export * from './security-group';
export * from './subnet-cidr';
