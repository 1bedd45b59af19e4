import type { SynthesisedStack } from '@culvert/testing';

/** A statement of a policy, its actions and resources as lists. */
export interface Statement {
  /** The address of the resource that has the policy. */
  readonly address: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface RawStatement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Statement['condition'];
}

/** Every statement of the policies of a type of resource. */
export function statementsOf(synthesised: SynthesisedStack, type: string): readonly Statement[] {
  return synthesised.resources(type).flatMap(({ address, arguments: { policy } }) => {
    const document = JSON.parse(String(policy)) as { readonly Statement: readonly RawStatement[] };
    return document.Statement.map((statement) => ({
      address,
      effect: statement.Effect,
      actions: [statement.Action].flat(),
      resources: [statement.Resource ?? []].flat(),
      condition: statement.Condition ?? {},
    }));
  });
}
