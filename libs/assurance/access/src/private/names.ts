import { isUnknown, SymbolicText, type Text } from '@culvert/symbolic';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';

/** What Terraform calls a resource: after the document's name when there are several. */
export function nameOf(graph: ResourceGraph, { document, address }: Resource): string {
  return graph.documents.length > 1 ? `${document.name}/${address}` : address;
}

/** Text for people: the name of a symbol, or the text with symbols as `${name}`. */
export function shown(text: Text): string {
  return isUnknown(text) ? text.unknown : String(SymbolicText.of(text));
}
