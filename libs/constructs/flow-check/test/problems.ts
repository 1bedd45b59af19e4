import { checkFlows, describeProblem, type Flow } from '../src/index';
import { FLOWS } from './hub';
import { type Network, terraform } from './network';

/** Every problem of the network's flows, in one line each. */
export function problems(blocks: Network, flows: readonly Flow[] = FLOWS): readonly string[] {
  return checkFlows(terraform(blocks), flows).map(describeProblem);
}

/** One of the hub's flows. */
export function flow(name: (typeof FLOWS)[number]['name']): Flow {
  const found = FLOWS.find((each) => each.name === name);
  if (found === undefined) {
    throw new Error(`there is no flow "${name}"`);
  }
  return found;
}
