import { entriesOfApis } from './apis';
import { functionUrlsOf } from './function-urls';
import { invokersOf } from './functions';
import { loadBalancersTo } from './load-balancers';
import type { Model } from './model';
import type { Link, Stop } from './place';
import { endpointsTo } from './private-link';
import { entriesOfResources } from './services';
import { vpcLinksTo } from './vpc-links';

const RELAYS: readonly ((model: Model, to: Stop) => readonly Link[])[] = [
  loadBalancersTo,
  endpointsTo,
  vpcLinksTo,
  entriesOfApis,
  invokersOf,
  functionUrlsOf,
  entriesOfResources,
];

/** All that passes something on to the stop. */
export function linksTo(model: Model, to: Stop): readonly Link[] {
  return RELAYS.flatMap((relay) => relay(model, to));
}
