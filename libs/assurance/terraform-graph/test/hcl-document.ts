import { join } from 'node:path';
import { loadDocument, ResourceGraph, type TerraformDocument } from '../src/index';

/** A document that Terraform made of the HCL beside it, named after its file. */
export function hclDocument(file: string): TerraformDocument {
  return loadDocument(join(__dirname, 'hcl', file));
}

/** The graph of documents that Terraform made. */
export function hclGraph(...files: readonly string[]): ResourceGraph {
  return ResourceGraph.of(files.map(hclDocument));
}
