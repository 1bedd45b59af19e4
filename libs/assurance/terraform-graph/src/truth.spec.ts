import { hclGraph } from '../test/hcl-document';
import { isSymbol, isText, type Resource, type ResourceGraph, type Value } from './index';

const NAME = /\$\{(?<name>(?:[^{}"]|"[^"]*")+)\}/g;

describe.each([
  ['choices', 'choices/plan.json', 'choices/state.json'],
  ['network', 'remote-state/network-plan.json', 'remote-state/network-state.json'],
])('what the plan of %s was resolved to', (_title, planFile, stateFile) => {
  const plan = hclGraph(planFile);
  const state = hclGraph(stateFile);
  const places = plan
    .resources()
    .flatMap((resource) => Object.keys(resource.values).map((name) => [resource, name] as const));

  it('is what came of it', () => {
    const wrong = places.filter(
      ([resource, name]) =>
        !isSo(resource.value(name), state.at(resource.address)?.value(name), resource),
    );

    expect(wrong.map(([resource, name]) => `${resource}.${name}`)).toEqual([]);
  });

  it('is more than what the plan knows', () => {
    const told = places.filter(([resource, name]) => resource.referenced(name).length > 0);

    expect(told.length).toBeGreaterThan(1);
  });

  /**
   * Whether the value is what came, as far as it says. Members of sets come in an order of their own, and
   * the embedded AWS forgets some texts that the plan knew.
   */
  function isSo(said: Value | undefined, came: Value | undefined, of: Resource): boolean {
    if (said === null || said === undefined) return true;
    if (isSymbol(said) && (said.candidates.length > 0 || plan.bySymbol(said.unknown) === of)) {
      return true;
    }
    const forgotten = typeof said === 'string' && came === '';
    if (forgotten) return true;
    if (isText(said)) return afterApply(String(said), state) === came;
    if (Array.isArray(said)) {
      const members: readonly Value[] = Array.isArray(came) ? came : [];
      return said.every((one: Value) => members.some((other) => isSo(one, other, of)));
    }
    if (typeof said !== 'object') return said === came;
    return Object.entries(said).every(([key, inner]) =>
      isSo(inner as Value, (came as { readonly [key: string]: Value } | undefined)?.[key], of),
    );
  }
});

/** The text with what the state has for every symbol in it. */
function afterApply(text: string, state: ResourceGraph): string {
  return text.replaceAll(NAME, (_, name: string) => {
    const owner = state.bySymbol(name);
    return String(owner?.value(name.slice(owner.address.length + 1)));
  });
}
