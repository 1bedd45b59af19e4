import { type Path, parsePath } from './path';

/** What an expression refers to, as far as the plan writes it down. */
export type Reference =
  | {
      readonly kind: 'resource';
      readonly mode: string;
      readonly type: string;
      readonly name: string;
      /** In its module, such as `data.aws_region.here`. */
      readonly address: string;
      readonly rest: Path;
    }
  | { readonly kind: 'module' | 'variable' | 'local'; readonly name: string; readonly rest: Path }
  | { readonly kind: 'each.value'; readonly rest: Path }
  /** The key of the instance itself. */
  | { readonly kind: 'key' }
  /** What is known when planning, such as `path.module`. */
  | { readonly kind: 'constant' };

/**
 * The references of an expression. A plan lists each with its prefixes behind it, `aws_vpc.a.id` and
 * then `aws_vpc.a`: only the first of such a run is a reference.
 */
export function referencesOf(listed: readonly string[]): readonly Reference[] {
  const references: Reference[] = [];
  let before: string | undefined;
  for (const text of listed) {
    const isWhole = before === undefined || before === text || !isPrefix(text, before);
    const reference = isWhole ? referenceOf(text) : undefined;
    if (reference !== undefined) references.push(reference);
    before = text;
  }
  return references;
}

/** The same few are asked for again and again. */
function referenceOf(text: string): Reference | undefined {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const reference = parseReference(text);
  if (parsed.size === MAXIMUM_PARSED) parsed.clear();
  if (reference !== undefined) parsed.set(text, reference);
  return reference;
}

const parsed = new Map<string, Reference>();
const MAXIMUM_PARSED = 10_000;

function isPrefix(text: string, longer: string): boolean {
  return longer.startsWith(text) && ['.', '['].includes(longer.charAt(text.length));
}

function parseReference(text: string): Reference | undefined {
  const path = parsePath(text);
  const [root, first, second, ...others] = path ?? [];
  const rest = path?.slice(2) ?? [];
  const name = String(first);
  switch (root) {
    case undefined:
      return undefined;
    case 'each':
      return first === 'value' ? { kind: 'each.value', rest } : { kind: 'key' };
    case 'count':
      return { kind: 'key' };
    case 'path':
    case 'terraform':
    case 'self':
    case 'ephemeral':
      return { kind: 'constant' };
    case 'module':
      return { kind: 'module', name, rest };
    case 'var':
      return { kind: 'variable', name, rest };
    case 'local':
      return { kind: 'local', name, rest };
    case 'data':
      return {
        kind: 'resource',
        mode: 'data',
        type: name,
        name: String(second),
        address: `data.${name}.${String(second)}`,
        rest: others,
      };
    default:
      return {
        kind: 'resource',
        mode: 'managed',
        type: String(root),
        name,
        address: `${String(root)}.${name}`,
        rest,
      };
  }
}
