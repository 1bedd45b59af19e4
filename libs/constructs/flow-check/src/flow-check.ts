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
  private readonly declared: readonly Flow[];

  public constructor(scope: Construct, id: string, props: FlowCheckProps) {
    super(scope, id);
    requireFlows(props.flows);
    this.declared = props.flows;
    this.node.addValidation({ validate: () => this.problems() });
  }

  /** The flows as {@link checkFlows} takes them: with the references that tokens stand for. */
  public get flows(): readonly Flow[] {
    return Tokenization.resolve(this.declared, {
      scope: TerraformStack.of(this),
      preparing: false,
      resolver: new DefaultTokenResolver(new StringConcat()),
    }) as readonly Flow[];
  }

  private problems(): string[] {
    const terraform = TerraformStack.of(this).toTerraform() as TerraformJson;
    return checkFlows(terraform, this.flows).map(describeProblem);
  }
}
