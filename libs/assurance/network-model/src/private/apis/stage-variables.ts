import { GraphSymbol, isText, type Value } from '@culvert/terraform-graph';
import { SymbolicText, type Text } from '@culvert/symbolic';

/** A stage variable by its name; undefined for what the stages do not agree on, or do not have. */
export type Variables = (name: string) => Value | undefined;

const VARIABLE = /\$\{stageVariables\.(?<name>\w+)\}/u;

/** The value with its stage variables replaced; one that is not known is a symbol. */
export function withStageVariables(
  value: Value | undefined,
  variables: Variables,
  fact: string,
): Value | undefined {
  if (typeof value !== 'string' || !VARIABLE.test(value)) return value;
  const parts = value.split(new RegExp(VARIABLE.source.replace('?<name>', ''), 'u'));
  const texts = parts.map((part, index): Text => {
    if (index % 2 === 0) return part;
    const known = variables(part);
    return isText(known) ? known : new GraphSymbol(`${fact} stage variable ${part}`);
  });
  const given = texts.filter((text) => text !== '');
  const [only] = given;
  if (given.length === 1 && only !== undefined) return only as Value;
  const text = SymbolicText.of(...given);
  return text.known ?? text;
}
