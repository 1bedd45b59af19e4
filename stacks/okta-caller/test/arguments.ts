import type { Block, SynthesisedStack } from '@culvert/testing';

/** The arguments of every resource of the type. */
export function argumentsOf(synthesised: SynthesisedStack, type: string): readonly Block[] {
  return synthesised.resources(type).map((resource) => resource.arguments);
}

/** What the function whose address has the fragment is told. */
export function environmentOf(synthesised: SynthesisedStack, fragment: string) {
  const { environment } = synthesised.only('aws_lambda_function', fragment).arguments;
  return (environment as { readonly variables: Readonly<Record<string, string>> }).variables;
}
