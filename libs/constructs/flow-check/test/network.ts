import type { Arguments, TerraformJson } from '../src/index';

/** Terraform JSON under construction: resources and data sources by address. */
export type Network = ReadonlyMap<string, Arguments>;

/** Blocks by address. */
export type Part = Readonly<Record<string, Arguments>>;

/** A network of these blocks, `data.` before the addresses of data sources. */
export function network(...parts: readonly Part[]): Network {
  return new Map(parts.flatMap((part) => Object.entries(part)));
}

/** The network without some of its blocks. */
export function without(from: Network, ...addresses: readonly string[]): Network {
  for (const address of addresses) {
    if (!from.has(address)) {
      throw new Error(`"${address}" is not in the network: ${[...from.keys()].join(', ')}`);
    }
  }
  return new Map([...from].filter(([address]) => !addresses.includes(address)));
}

/** The network with blocks added, or arguments of those it has changed. */
export function withBlocks(to: Network, blocks: Part): Network {
  const changed = Object.entries(blocks).map(
    ([address, args]) => [address, { ...to.get(address), ...args }] as const,
  );
  return new Map([...to, ...changed]);
}

/** The network as a stack would synthesise it. */
export function terraform(blocks: Network): TerraformJson {
  const json = { resource: {}, data: {} } as Required<Pick<TerraformJson, 'resource' | 'data'>>;
  for (const [address, args] of blocks) {
    const [kind, path] = address.startsWith('data.')
      ? (['data', address.slice('data.'.length)] as const)
      : (['resource', address] as const);
    const [type = '', name = ''] = path.split('.');
    Object.assign(json, {
      [kind]: { ...json[kind], [type]: { ...json[kind][type], [name]: args } },
    });
  }
  return json;
}

/** A reference to an attribute of a block. */
export function ref(address: string, attribute = 'id'): string {
  return `\${${address}.${attribute}}`;
}
