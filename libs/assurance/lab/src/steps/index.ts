export { apply } from './apply';
export { changeTo } from './change-to';
export { destroy } from './destroy';
export { execute } from './execute';
export { init } from './init';
export { plan } from './plan';
export { replan } from './replan';
export { runSteps } from './run-steps';
export { start, type StartOptions } from './start';
