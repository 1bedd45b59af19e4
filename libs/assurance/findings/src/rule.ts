import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Severity } from './finding';

/** What a rule says about one resource. */
export interface Problem {
  readonly resource: Resource;
  readonly path?: string;
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
