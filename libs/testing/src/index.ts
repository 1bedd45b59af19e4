export * from './asl-problems';
export * from './connect-proxy';
export * from './readme-example';
export * from './scripted-server';
export * from './server-answers';
export * from './synthesised-stack';
export * from './test-certificates';
