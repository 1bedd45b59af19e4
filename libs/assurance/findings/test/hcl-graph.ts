import { join } from 'node:path';
import { loadDocument, ResourceGraph } from '@culvert/terraform-graph';

/** The graph of a document that Terraform made of the HCL beside it. */
export function hclGraph(file: string): ResourceGraph {
  return ResourceGraph.of([loadDocument(join(__dirname, 'hcl', file))]);
}
