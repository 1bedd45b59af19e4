export * from './accepted-connection';
export * from './connection-notification';
export * from './endpoint-service';
export * from './interface-endpoint';
