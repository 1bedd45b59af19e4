import type { Configuration } from '@culvert/terraform-graph';
import type { DocumentValues } from './document-values';

/** What Terraform calls what stands under a key of a configuration in JSON; others are called so. */
const PREFIXES: Readonly<Record<string, string>> = { locals: 'local', variable: 'var' };

/** Every value of a configuration in JSON syntax, also of what no plan repeats, such as locals. */
export function* writtenValues({ json }: Configuration): Iterable<DocumentValues> {
  const common = { sensitive: false, configured: true } as const;
  for (const [kind, entries] of Object.entries(json)) {
    if (typeof entries !== 'object' || entries === null || Array.isArray(entries)) {
      yield { address: kind, json: entries, ...common };
      continue;
    }
    for (const [name, entry] of Object.entries(entries)) {
      if (kind !== 'resource' && kind !== 'data') {
        yield { address: `${PREFIXES[kind] ?? kind}.${name}`, json: entry, ...common };
        continue;
      }
      const prefix = kind === 'data' ? 'data.' : '';
      for (const [label, block] of Object.entries(entry ?? {})) {
        yield { address: `${prefix}${name}.${label}`, type: name, json: block, ...common };
      }
    }
  }
}
