import { parseDocument, ResourceGraph } from '@culvert/terraform-graph';

type Json = Parameters<typeof parseDocument>[0];

/** A state written by hand: attributes by address. */
export function stateOf(
  resources: Readonly<Record<string, object>>,
  name = 'state',
): ReturnType<typeof parseDocument> {
  const all = Object.entries(resources).map(([address, values]) => {
    const [type = '', local = ''] = address.split('.');
    return { address, mode: 'managed', type, name: local, values };
  });
  const json = { format_version: '1.0', values: { root_module: { resources: all } } };
  return parseDocument(json as Json, { name });
}

/** The graph of states written by hand. */
export function graphOf(...states: readonly ReturnType<typeof stateOf>[]): ResourceGraph {
  return ResourceGraph.of(states);
}

/** A policy's JSON. */
export function policy(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
