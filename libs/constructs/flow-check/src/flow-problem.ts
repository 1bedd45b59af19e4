/** One reason why a flow cannot pass. */
export interface FlowProblem {
  /** The flow's name; `undefined` for a load balancer's target that no flow leads to. */
  readonly flow: string | undefined;
  /** What is missing or wrong. */
  readonly what: string;
  /** The address in Terraform of where it is so, such as `aws_route_table.api`. */
  readonly where: string;
  /** What to add or change. */
  readonly remedy: string;
}

/**
 * The problem in one line.
 * @example 'flow "orders": no forward route to 192.168.0.0/16 (aws_route_table.api): add an aws_route …'
 */
export function describeProblem({ flow, what, where, remedy }: FlowProblem): string {
  const subject = flow === undefined ? '' : `flow "${flow}": `;
  return `${subject}${what} (${where}): ${remedy}`;
}
