import type { Resource, ResourceGraph } from '@culvert/terraform-graph';

/** What an attribute is called as a fact; as symbols are, after the document where there are several. */
export function factName(graph: ResourceGraph, resource: Resource, path: string): string {
  const prefix = graph.documents.length > 1 ? `${resource.document.name}/` : '';
  return `${prefix}${resource.address}.${path}`;
}
