import type { ResourceGraph } from '@culvert/terraform-graph';
import type { NetworkContext } from '../context';
import type { Network } from '../network';

/** What a kind of component is built from. */
export interface Source {
  readonly graph: ResourceGraph;
  readonly context: NetworkContext;
  /** The network that is being built: each kind of component when it is asked for. */
  readonly network: Network;
}
