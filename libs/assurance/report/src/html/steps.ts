import type { FlowResult, Path } from '../report';

/** From one node to another. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly blocked: boolean;
}

/** The nodes that the requests of a path pass, in their order. */
export function nodesOf({ hops }: Path): string[] {
  const nodes = hops.flatMap(({ node, reply }) => (node === undefined || reply ? [] : node));
  return nodes.filter((node, index) => node !== nodes[index - 1]);
}

/** The steps of a path. */
export function stepsOf(path: Path): Step[] {
  const nodes = nodesOf(path);
  const blocking = path.hops.find(({ effect, reply }) => effect === 'blocks' && !reply)?.node;
  return nodes.slice(1).map((to, index) => ({
    from: nodes[index] ?? to,
    to,
    blocked: to === blocking && index === nodes.length - 2,
  }));
}

/** How far along the flows each node is: 0 where they begin, 1 where they end. */
export function positions(flows: readonly FlowResult[]): Map<string, number> {
  const found = new Map<string, number[]>();
  for (const path of flows.flatMap(({ paths }) => paths)) {
    const nodes = nodesOf(path);
    nodes.forEach((node, index) => {
      const position = nodes.length === 1 ? 0.5 : index / (nodes.length - 1);
      const others = found.get(node);
      if (others === undefined) found.set(node, [position]);
      else others.push(position);
    });
  }
  return new Map([...found].map(([node, all]) => [node, mean(all)]));
}

/** The middle, when there are none. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0.5 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
