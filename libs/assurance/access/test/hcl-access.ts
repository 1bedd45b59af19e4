import { join } from 'node:path';
import { missingFacts, type Truth } from '@culvert/symbolic';
import { loadDocument, type Resource, ResourceGraph } from '@culvert/terraform-graph';
import { Access, type AccessFacts, type GateAnswer } from '../src/index';

/** What Terraform made of a case's HCL: its plan, or the state after apply. */
export function hclGraph(file: string): ResourceGraph {
  return ResourceGraph.of([loadDocument(join(__dirname, 'hcl', file))]);
}

export class Case {
  public readonly access: Access;

  public constructor(
    public readonly graph: ResourceGraph,
    facts: AccessFacts = {},
  ) {
    this.access = Access.of(graph, facts);
  }

  /** The resource at an address. */
  public at(address: string): Resource {
    const found = this.graph.at(address);
    if (found === undefined) throw new Error(`no resource ${address}`);
    return found;
  }
}

/** Answers as text: `resource policy no: aws_s3_bucket_policy.a Deny`. */
export function said(answers: readonly GateAnswer[]): readonly string[] {
  return answers.map(
    ({ gate, passes, leaks, component, rule }) =>
      `${gate} ${word(passes)}${leaks ? `, leaks ${word(leaks)}` : ''}: ${[component, rule ?? []].flat().join(' ')}`,
  );
}

/** `yes`, `no`, or the facts that are missing. */
export function word(truth: Truth): string {
  if (truth.value === 'unknown') return `unknown for ${missingFacts(truth).join(', ')}`;
  return truth.value ? 'yes' : 'no';
}
