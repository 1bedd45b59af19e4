/** How bad it is. */
export type Severity = 'critical' | 'high' | 'medium' | 'low';

export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** Something that a rule has found. */
export interface Finding {
  /** The rule's id, such as `endpoint-policy-open`. */
  readonly rule: string;
  readonly severity: Severity;
  /** The resource, as Terraform calls it, after the document's name when there are several. */
  readonly resource: string;
  /** The attribute, such as `policy`. */
  readonly path?: string;
  /** What is wrong, and with which value unless it may be a secret. */
  readonly message: string;
  /** What to change. */
  readonly remedy: string;
  /** Facts without which it cannot be decided; none when it is so. */
  readonly missing: readonly string[];
  /** The same for the same finding in another plan of the stack, whatever else changes. */
  readonly fingerprint: string;
}
