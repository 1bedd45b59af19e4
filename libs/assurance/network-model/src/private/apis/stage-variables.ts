import { GraphSymbol, isText, type Value } from '@culvert/terraform-graph';
import { SymbolicText, type Text } from '@culvert/symbolic';

const VARIABLE = /\$\{stageVariables\.(?<name>\w+)\}/u;

/** The value with its stage variables replaced; one that is not known is a symbol. */
export function withStageVariables(
  value: Value | undefined,
  variables: ReadonlyMap<string, Value | undefined>,
  fact: string,
): Value | undefined {
  if (typeof value !== 'string' || !VARIABLE.test(value)) return value;
  const parts = value.split(new RegExp(VARIABLE.source.replace('?<name>', ''), 'u'));
  const texts = parts.map((part, index): Text => {
    if (index % 2 === 0) return part;
    const known = variables.get(part);
    return isText(known) ? known : new GraphSymbol(`${fact} stage variable ${part}`);
  });
  const given = texts.filter((text) => text !== '');
  const [only] = given;
  if (given.length === 1 && only !== undefined) return only as Value;
  const text = SymbolicText.of(...given);
  return text.known ?? text;
}

/** The variables of an API's stages; undefined for what is not the same in all of them. */
export function variablesOf(
  stages: readonly { readonly [name: string]: Value | undefined }[],
): ReadonlyMap<string, Value | undefined> {
  const found = new Map<string, Value | undefined>();
  for (const stage of stages) {
    for (const [name, value] of Object.entries(stage)) {
      const isSame = !found.has(name) || String(found.get(name)) === String(value);
      found.set(name, isSame ? value : undefined);
    }
  }
  return found;
}
