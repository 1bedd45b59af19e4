import { parsePath, type Path } from './path';

/** A text of Terraform's JSON syntax: characters, and the references between them. */
export type TemplatePart = string | { readonly reference: Path };

const SEQUENCE = /\$\$\{|%%\{|%\{|\$\{(?<expression>[^{}"]*)\}|\$\{/gu;
const REFERENCE = /^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*|\[\d+\])+$/u;

/**
 * The parts of a template.
 *
 * @returns `undefined` when something in it is more than a reference: a function, an operator, a directive
 * @see https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
 */
export function templateParts(text: string): readonly TemplatePart[] | undefined {
  const parts: TemplatePart[] = [];
  let end = 0;
  let literal = '';
  for (const { 0: sequence, index, groups } of text.matchAll(SEQUENCE)) {
    literal += text.slice(end, index);
    end = index + sequence.length;
    if (sequence === '$${' || sequence === '%%{') {
      literal += sequence.slice(1);
      continue;
    }
    const expression = groups?.['expression']?.trim() ?? '';
    const reference = REFERENCE.test(expression) ? parsePath(expression) : undefined;
    if (reference === undefined) return undefined;
    parts.push(literal, { reference });
    literal = '';
  }
  return [...parts, literal + text.slice(end)].filter((part) => part !== '');
}
