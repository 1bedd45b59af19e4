export { type Context, loadContext } from './input/context';
export { type Flows, loadFlows } from './input/flows';
export { loadSuppressions, type Suppressions } from './input/suppressions';
export { type Mistake, ReviewError } from './review-error';
