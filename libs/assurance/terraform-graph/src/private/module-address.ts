import { unquoted } from './path';

const STEP = /module\.(?<name>[^.[]+)(?<key>\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\.?/suy;

/** One module call on the way to a module instance. */
export interface ModuleStep {
  readonly name: string;
  /** The key of `count` or `for_each`. */
  readonly key: string | number | undefined;
  /** The address of the instance, such as `module.network["a"].module.subnets`. */
  readonly address: string;
}

/** The calls on the way to a module instance; none for the root, or when it is no address. */
export function moduleSteps(address: string): readonly ModuleStep[] {
  const steps: ModuleStep[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < address.length) {
    const groups = STEP.exec(address)?.groups;
    if (groups?.['name'] === undefined) return [];
    steps.push({
      name: groups['name'],
      key: moduleKey(groups['key']),
      address: address.slice(0, STEP.lastIndex).replace(/\.$/, ''),
    });
  }
  return steps;
}

/** The module instance that a resource's address is in; empty for the root. */
export function moduleOf(address: string): string {
  return (
    /^(?:module\.[^.[]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\.)+/su.exec(address)?.[0].slice(0, -1) ??
    ''
  );
}

function moduleKey(text: string | undefined): string | number | undefined {
  if (text === undefined) return undefined;
  const key = text.slice(1, -1);
  return key.startsWith('"') ? unquoted(key.slice(1, -1)) : Number(key);
}
