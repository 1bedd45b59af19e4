import type { ResourceGraph } from '@culvert/terraform-graph';

/** The same answer for the same graph, so that rules share what they look up. */
export function perGraph<T>(make: (graph: ResourceGraph) => T): (graph: ResourceGraph) => T {
  const made = new WeakMap<ResourceGraph, { readonly answer: T }>();
  return (graph) => {
    const known = made.get(graph) ?? { answer: make(graph) };
    made.set(graph, known);
    return known.answer;
  };
}
