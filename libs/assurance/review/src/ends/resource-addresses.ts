import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { distance } from 'fastest-levenshtein';

const KEY = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/gsu;
const MAX_NEAR_MISSES = 3;

/** Resources and data sources by their addresses. */
export class ResourceAddresses {
  public readonly documents: readonly string[];

  /** @param inDocument the document of addresses that name none; of several by default whichever has it */
  public constructor(
    private readonly graph: ResourceGraph,
    private readonly inDocument?: string,
  ) {
    this.documents = graph.documents.map(({ name }) => name);
  }

  /** The same, in which addresses that name no document are of this one. */
  public within(document: string): ResourceAddresses {
    return new ResourceAddresses(this.graph, document);
  }

  /**
   * The resources at an address, after its document's name or not. Without an instance key, of a module
   * or the resource, it is all instances; `*` is any text.
   */
  public at(text: string): readonly Resource[] {
    const named = this.documents.find((name) => text.startsWith(`${name}/`));
    const address = named === undefined ? text : text.slice(named.length + 1);
    const document = named ?? this.inDocument;
    return this.matching(address).filter(
      (resource) => document === undefined || resource.document.name === document,
    );
  }

  /** What Terraform calls it, after its document's name when there are several. */
  public nameOf({ document, address }: Resource): string {
    return this.documents.length > 1 ? `${document.name}/${address}` : address;
  }

  private matching(address: string): readonly Resource[] {
    if (address.includes('*')) {
      const texts = address.split('*').map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&'));
      const pattern = new RegExp(`^${texts.join('.*')}$`, 'su');
      return [...byKeyless(this.graph)].flatMap(([keyless, all]) =>
        pattern.test(keyless) ? all : all.filter((resource) => pattern.test(resource.address)),
      );
    }
    const pattern = stepsOf(address);
    return (byKeyless(this.graph).get(address.replaceAll(KEY, '')) ?? []).filter((resource) =>
      stepsOf(resource.address).every(
        ({ key }, index) => pattern[index]?.key === undefined || pattern[index].key === key,
      ),
    );
  }

  /** Addresses that are written nearly like it, the nearest first. */
  public near(text: string): readonly string[] {
    const keyless = text.replaceAll(KEY, '');
    const limit = Math.max(3, Math.floor(keyless.length * 0.4));
    const bare = keyless.slice(keyless.indexOf('/') + 1);
    return [...byKeyless(this.graph).keys()]
      .map((address) => ({ address, away: distance(address, bare) }))
      .filter(({ away }) => away <= limit)
      .sort((one, other) => one.away - other.away || one.address.localeCompare(other.address))
      .slice(0, MAX_NEAR_MISSES)
      .map(({ address }) => address);
  }
}

const indexes = new WeakMap<ResourceGraph, ReadonlyMap<string, readonly Resource[]>>();

/** Resources by their addresses without keys; made when a flow names one. */
function byKeyless(graph: ResourceGraph): ReadonlyMap<string, readonly Resource[]> {
  const known = indexes.get(graph);
  if (known !== undefined) return known;
  const index = new Map<string, Resource[]>();
  for (const resource of [...graph.resources(), ...graph.dataSources()]) {
    const keyless = resource.address.replaceAll(KEY, '');
    const same = index.get(keyless);
    if (same === undefined) index.set(keyless, [resource]);
    else same.push(resource);
  }
  indexes.set(graph, index);
  return index;
}

/** The names of an address, each with its key: `module.net["a"].aws_subnet.x[0]`. */
function stepsOf(address: string): readonly { readonly key: string | undefined }[] {
  return [...address.matchAll(/[^.[\]]+(?<key>\[(?:\d+|"(?:[^"\\]|\\.)*")\])?/gsu)].map(
    ({ groups }) => ({ key: groups?.['key'] }),
  );
}
