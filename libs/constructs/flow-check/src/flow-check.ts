import { DefaultTokenResolver, StringConcat, TerraformStack, Tokenization } from 'cdktf';
import { Construct } from 'constructs';
import { checkFlows } from './check-flows';
import { type Flow, requireFlows } from './flow';
import { describeProblem } from './flow-problem';
import type { TerraformJson } from './terraform-json';

/** Properties of a {@link FlowCheck}. */
export interface FlowCheckProps {
  /** What must be able to connect to what; ids may be tokens of the stack's own resources. */
  readonly flows: readonly Flow[];
}

/**
 * Fails the synthesis of its stack when a declared flow cannot pass, and names every reason.
 *
 * @throws when two flows share a name, or a port is none
 */
export class FlowCheck extends Construct {
  public constructor(scope: Construct, id: string, props: FlowCheckProps) {
    super(scope, id);
    requireFlows(props.flows);
    this.node.addValidation({ validate: () => this.problems(props.flows) });
  }

  private problems(flows: readonly Flow[]): string[] {
    const stack = TerraformStack.of(this);
    const resolved = Tokenization.resolve(flows, {
      scope: stack,
      preparing: false,
      resolver: new DefaultTokenResolver(new StringConcat()),
    }) as readonly Flow[];
    return checkFlows(stack.toTerraform() as TerraformJson, resolved).map(describeProblem);
  }
}
