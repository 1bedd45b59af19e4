export * from './connect-proxy';
export * from './scripted-server';
export * from './server-answers';
export * from './test-certificates';
