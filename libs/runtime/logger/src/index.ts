export * from './json';
export * from './level';
export * from './logger';
export * from './metric-unit';
export * from './redactor';
