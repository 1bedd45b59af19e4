import { DocumentError } from './document-error';
import { append, DocumentIndex } from './private/document-index';
import { factsOf } from './private/facts';
import { Identities } from './private/identities';
import { accountSeen } from './private/placement-of';
import { Resolver } from './private/resolver';
import { stackOf } from './private/same-stack';
import { Resource } from './resource';
import type { GraphSymbol } from './graph-symbol';
import type { TerraformDocument } from './terraform-document';
import type { Text } from './value';

/** All resources of any number of plans and states. */
export class ResourceGraph {
  /** @throws {DocumentError} when two documents share a name, or a plan does what is not known */
  public static of(documents: readonly TerraformDocument[]): ResourceGraph {
    const names = new Set<string>();
    for (const { name, path = name } of documents) {
      if (names.has(name)) {
        throw new DocumentError(
          'duplicate-name',
          path,
          `has the name ${JSON.stringify(name)} of another document: give it one of its own`,
        );
      }
      names.add(name);
    }
    return new ResourceGraph(documents);
  }

  private readonly byAddress = new Map<string, Resource>();
  /** Managed ones that remain and data sources, all under no type. */
  private readonly byType = {
    managed: new Map<string | undefined, Resource[]>(),
    data: new Map<string | undefined, Resource[]>(),
  };
  private readonly all: readonly Resource[];
  readonly #resolver: Resolver;
  private readonly identities: Identities;
  private readonly ofPlaces: readonly string[];
  readonly #hidden: ReadonlySet<Resource>;

  private constructor(public readonly documents: readonly TerraformDocument[]) {
    const indexes: DocumentIndex[] = [];
    const indexOf = new Map<TerraformDocument, DocumentIndex>();
    for (const document of documents) {
      const prefix = documents.length > 1 ? `${document.name}/` : '';
      const index = new DocumentIndex(document, prefix, indexes);
      indexes.push(index);
      indexOf.set(document, index);
    }
    this.#resolver = new Resolver(
      (resource) => indexOf.get(resource.document) as DocumentIndex,
      (value, type, path) => this.identities.named(value, type, path),
      (symbol) => this.bySymbol(symbol),
    );
    const found = indexes.map((index) =>
      factsOf(index.document).map((facts) => new Resource(index.document, facts, this.#resolver)),
    );
    const hidden = stackOf(found);
    this.#hidden = hidden;
    this.all = found.flat().filter((resource) => !hidden.has(resource));
    for (const [position, resources] of found.entries()) {
      for (const resource of resources) indexes[position]?.add(resource);
    }
    for (const resource of this.all)
      this.add(resource, indexOf.get(resource.document)?.prefix ?? '');
    this.identities = new Identities(this.all);
    this.ofPlaces = indexes.flatMap((index) => {
      const account = accountSeen(index);
      const what = `what of ${index.document.name} does not say its account is in`;
      return account === undefined ? [] : [`${what} ${account}, as all that does`];
    });
  }

  /** The managed resources that are there after apply, those of one type or all. */
  public resources(type?: string): readonly Resource[] {
    return this.byType.managed.get(type) ?? [];
  }

  /** The data sources, those of one type or all. */
  public dataSources(type?: string): readonly Resource[] {
    return this.byType.data.get(type) ?? [];
  }

  /** The managed resources that apply destroys, deposed objects among them. */
  public get destroyed(): readonly Resource[] {
    return this.all.filter(({ mode, remains }) => mode === 'managed' && !remains);
  }

  /**
   * The resource at an address; when there are several documents, after the document's name and a
   * slash: `network/aws_vpc.main`.
   */
  public at(address: string): Resource | undefined {
    return this.byAddress.get(address);
  }

  /** The resource that a symbol is an attribute of; also by the symbol's name. */
  public bySymbol(symbol: GraphSymbol | string): Resource | undefined {
    if (typeof symbol === 'string') return this.byName(symbol);
    const { owner, unknown } = symbol;
    const isShown = owner !== undefined && owner.deposed === undefined && !this.#hidden.has(owner);
    return isShown ? owner : this.byName(unknown);
  }

  private byName(name: string): Resource | undefined {
    for (let end = name.length; end > 0; end = lastStep(name, end)) {
      const resource = this.byAddress.get(name.slice(0, end));
      if (resource !== undefined) return resource;
    }
    return undefined;
  }

  /** The managed resources that have the text as their id or ARN. An id may be one in several accounts. */
  public byIdentity(idOrArn: Text): readonly Resource[] {
    return this.identities.of(idOrArn);
  }

  /** What had to be taken for granted to know the values that were asked for, each once; see the README. */
  public get assumptions(): readonly string[] {
    const ofValues = this.all.flatMap((resource) => [...this.#resolver.assumed(resource)]);
    return [...new Set([...ofValues, ...this.ofPlaces])].sort();
  }

  private add(resource: Resource, prefix: string): void {
    const address = `${prefix}${resource.address}`;
    if (resource.deposed === undefined) this.byAddress.set(address, resource);
    const { mode, type, remains } = resource;
    if (mode === 'managed' && !remains) return;
    append(this.byType[mode], type, resource);
    append(this.byType[mode], undefined, resource);
  }
}

function lastStep(name: string, end: number): number {
  return Math.max(name.lastIndexOf('.', end - 1), name.lastIndexOf('[', end - 1));
}
