/** What a review found out; all values are fit to be shown. The JSON of `--json`. */
export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly inputs: readonly ReviewedFile[];
  readonly flows: readonly FlowResult[];
  readonly findings: readonly ReportedFinding[];
  /** Suppressions that are expired, or that match no finding. */
  readonly suppressions: readonly SuppressionProblem[];
  /** What was taken for granted, a sentence each. */
  readonly assumptions: readonly string[];
  /** Against a baseline, when there is one. */
  readonly changes?: readonly Change[];
  /** What can be reached, whoever declared it; reported, not judged. */
  readonly exposures: readonly Exposure[];
  /** Said when who reaches what within the networks is left out, because there is too much of it. */
  readonly exposuresFrom?: 'outside';
  /** What identities may do by their own policies. */
  readonly grants: readonly Grant[];
  readonly drawing: Drawing;
}

/** That something can be reached, from outside or from within. */
export interface Exposure {
  /** `internet`, `on-prem`, or as Terraform calls it. */
  readonly from: string;
  readonly to: string;
  /** Such as `tcp 443`. */
  readonly traffic: string;
  readonly passes: 'yes' | 'unknown';
}

/** What a statement of an identity's own policies allows; other policies may still deny it. */
export interface Grant {
  /** The role or user, as Terraform calls it. */
  readonly identity: string;
  /** Such as `kms:Decrypt`, or a pattern. */
  readonly action: string;
  /** An ARN or pattern, symbols as `${name}`. */
  readonly resource: string;
}

export interface ReviewedFile {
  readonly path: string;
  readonly kind:
    'plan' | 'state' | 'configuration' | 'flows' | 'context' | 'suppressions' | 'baseline';
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
  /** What is not in it, a sentence each: planning ended with an error, … */
  readonly incomplete: readonly string[];
}

export type Verdict = 'PROVEN' | 'REFUTED' | 'UNKNOWN';

/** A declared flow and what became of it. */
export interface FlowResult {
  /** Unique among the flows. */
  readonly name: string;
  /** The file that it is declared in. */
  readonly file?: string;
  /**
   * What was declared: that it reaches, that it does not, that nothing else does, that an identity is
   * allowed an action or denied it.
   */
  readonly expectation: 'reaches' | 'never' | 'only' | 'allowed' | 'denied';
  readonly from: string;
  readonly to: string;
  /** Such as `tcp 443 GET /orders`. */
  readonly traffic: string;
  readonly verdict: Verdict;
  /** Why, in one sentence. */
  readonly reason: string;
  /** Facts that are missing, by name; none unless the verdict is UNKNOWN. */
  readonly missing: readonly string[];
  /** The ways that were found: of a flow that reaches, the one; of others, each that leads there. */
  readonly paths: readonly Path[];
}

export interface Path {
  readonly from: string;
  readonly to: string;
  /** Whether all of it passes. */
  readonly passes: 'yes' | 'no' | 'unknown';
  readonly hops: readonly PathHop[];
}

/** One step on the way. */
export interface PathHop {
  /** Such as `security group`, `route`, `endpoint policy`. */
  readonly kind: string;
  readonly component: string;
  /** The file that the component stands in. */
  readonly file?: string;
  /** The rule, route, entry or statement that decides. */
  readonly rule?: string;
  readonly effect: 'passes' | 'blocks' | 'unknown';
  readonly detail: string;
  readonly reply?: boolean;
  /** The id of the drawing's node that it happens at. */
  readonly node?: string;
}

export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** A finding, with all that a reader needs of its rule. */
export interface ReportedFinding {
  readonly rule: string;
  readonly title: string;
  readonly rationale: string;
  readonly reference: string;
  readonly severity: Severity;
  readonly resource: string;
  /** The file that the resource stands in. */
  readonly file: string;
  readonly path?: string;
  readonly message: string;
  readonly remedy: string;
  readonly missing: readonly string[];
  readonly fingerprint: string;
  /** Why it is accepted, and by whom, until when; only while that holds. */
  readonly suppression?: Suppression;
}

export interface Suppression {
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`: the last day. */
  readonly expires: string;
}

export interface SuppressionProblem {
  readonly problem: 'expired' | 'unmatched';
  readonly rule: string;
  readonly resource: string;
  readonly owner: string;
  readonly expires: string;
}

/** What a change opens, closes, grants or revokes, in words. */
export interface Change {
  readonly kind:
    'opens' | 'closes' | 'grants' | 'revokes' | 'finding added' | 'finding resolved' | 'verdict';
  /** Such as `consumer-vpc can now reach orders:443`. */
  readonly text: string;
}

/** Accounts, networks and what is in them. */
export interface Drawing {
  readonly accounts: readonly DrawnAccount[];
  /** What is in no account: the internet, on-prem. */
  readonly outside: readonly DrawnNode[];
}

export interface DrawnAccount {
  readonly id: string;
  readonly label: string;
  readonly vpcs: readonly DrawnVpc[];
  /** What is in no VPC: APIs, Transit Gateways. */
  readonly nodes: readonly DrawnNode[];
}

export interface DrawnVpc {
  readonly id: string;
  readonly label: string;
  readonly nodes: readonly DrawnNode[];
}

export interface DrawnNode {
  readonly id: string;
  /** Such as `load balancer`, `endpoint`, `api`. */
  readonly kind: string;
  /** As Terraform calls it. */
  readonly label: string;
}
