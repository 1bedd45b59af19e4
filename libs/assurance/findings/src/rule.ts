import type { ResourceGraph } from '@culvert/terraform-graph';
import type { Severity } from './finding';

/** What a finding is about: a resource, or a variable or an output by its name. */
export interface Place {
  /** Such as `module.net.aws_lb.a["x"]`, `var.password`, `output.url`. */
  readonly address: string;
  readonly document: { readonly name: string };
}

/** What a rule says about one resource. */
export interface Problem {
  readonly resource: Place;
  readonly path?: string;
  /** What the resource does, such as `has no access logs`. */
  readonly message: string;
  readonly remedy: string;
  /** @default - none: it is so */
  readonly missing?: readonly string[];
}

/** Something that reviewers look for. */
export interface Rule {
  /** Kebab-case, never changed. */
  readonly id: string;
  readonly severity: Severity;
  /** What it demands, in one line. */
  readonly title: string;
  /** Why. */
  readonly rationale: string;
  /** AWS's page. */
  readonly reference: string;
  /** @returns one problem for each mistake; a value that is not known is no pass, see `missing` */
  check(graph: ResourceGraph): Iterable<Problem>;
}
