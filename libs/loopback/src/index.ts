export * from './connect-proxy';
export type * from './fault-row';
export * from './scripted-server';
export * from './server-answers';
export * from './test-certificates';
