export { type Context, loadContext } from './input/context';
export { type Flows, loadFlows } from './input/flows';
export { review, type ReviewOptions } from './review';
export { type Mistake, ReviewError } from './review-error';
