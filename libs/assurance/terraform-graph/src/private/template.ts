import { parsePath, type Path } from './path';

/** A text of Terraform's JSON syntax: characters, and the references between them. */
export type TemplatePart = string | { readonly reference: Path };

const SEQUENCE = /\$\$\{|%%\{|%\{|\$\{(?<expression>[^{}"]*)\}|\$\{/gu;

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
  for (const match of text.matchAll(SEQUENCE)) {
    literal += text.slice(end, match.index);
    end = match.index + match[0].length;
    if (match[0] === '$${' || match[0] === '%%{') {
      literal += match[0].slice(1);
      continue;
    }
    const reference = parsePath((match.groups?.['expression'] ?? '').trim());
    if (reference === undefined || reference.length < 3) return undefined;
    parts.push(literal, { reference });
    literal = '';
  }
  return [...parts, literal + text.slice(end)].filter((part) => part !== '');
}
