import {
  isSymbol,
  isText,
  type Resource,
  type ResourceGraph,
  type Text,
  textKey,
  type Value,
} from '@culvert/terraform-graph';

/** A resource that belongs to another, such as a bucket's policy. */
export interface Link {
  readonly resource: Resource;
  /** The facts that decide whether it does; none when it surely does. */
  readonly missing: readonly string[];
}

interface Index {
  readonly byTarget: ReadonlyMap<Resource, readonly Resource[]>;
  readonly byName: ReadonlyMap<string, readonly Resource[]>;
  readonly open: readonly { readonly resource: Resource; readonly symbol: Value }[];
}

/** Finds the resources that name another in an attribute, as the standalone rules and policies do. */
export class Links {
  private readonly indexes = new Map<string, Index>();

  public constructor(private readonly graph: ResourceGraph) {}

  /** @param names what the attribute may call the target besides its id and ARN */
  public to(target: Resource, type: string, attribute: string, ...names: string[]): Link[] {
    const index = this.index(type, attribute);
    const own = this.namesOf(target, names);
    const sure = new Set([
      ...(index.byTarget.get(target) ?? []),
      ...own
        .flatMap((name) => index.byName.get(textKey(name)) ?? [])
        .filter((resource) => isNear(resource, target)),
    ]);
    return [
      ...[...sure].map((resource) => ({ resource, missing: [] })),
      ...index.open
        .filter(({ resource }) => !sure.has(resource))
        .flatMap(({ resource, symbol }) =>
          mayBe(symbol, target, own, this.graph, resource)
            ? [{ resource, missing: [String(isSymbol(symbol) ? symbol.unknown : symbol)] }]
            : [],
        ),
    ];
  }

  /** Those that call a target so that is in no document. */
  public named(text: Text, type: string, attribute: string): Link[] {
    const index = this.index(type, attribute);
    return (index.byName.get(textKey(text)) ?? []).map((resource) => ({ resource, missing: [] }));
  }

  private namesOf(target: Resource, names: readonly string[]): readonly Text[] {
    return ['id', 'arn', ...names].map((name) => target.value(name)).filter(isText);
  }

  private index(type: string, attribute: string): Index {
    const key = `${type}.${attribute}`;
    const known = this.indexes.get(key) ?? this.made(type, attribute);
    this.indexes.set(key, known);
    return known;
  }

  private made(type: string, attribute: string): Index {
    const byTarget = new Map<Resource, Resource[]>();
    const byName = new Map<string, Resource[]>();
    const open: { resource: Resource; symbol: Value }[] = [];
    for (const resource of this.graph.resources(type)) {
      for (const target of nearest(resource.referenced(attribute), resource)) {
        add(byTarget, target, resource);
      }
      for (const name of [resource.value(attribute) ?? []].flat()) {
        if (isText(name)) add(byName, textKey(name), resource);
        if (isSymbol(name) && this.graph.bySymbol(name.unknown) === resource) {
          open.push({ resource, symbol: name });
        }
      }
    }
    return { byTarget, byName, open };
  }
}

/** Whether the symbol, which may be this or that, may be the target. */
function mayBe(
  symbol: Value,
  target: Resource,
  names: readonly Text[],
  graph: ResourceGraph,
  { document }: Resource,
): boolean {
  if (!isSymbol(symbol) || symbol.candidates.length === 0) return document === target.document;
  const keys = new Set(names.map(textKey));
  return symbol.candidates.some(
    (candidate) =>
      !isText(candidate) ||
      keys.has(textKey(candidate)) ||
      (isSymbol(candidate) && graph.bySymbol(candidate.unknown) === target),
  );
}

/** Of resources with the same name in several accounts, those of its own. */
function nearest(targets: readonly Resource[], resource: Resource): readonly Resource[] {
  const near = targets.filter((target) => isSame(target, resource) !== false);
  const own = near.filter(({ document }) => document === resource.document);
  return own.length > 0 ? own : near;
}

/** Names are unique in an account: the same name elsewhere is another's. */
function isNear(one: Resource, other: Resource): boolean {
  if (one.document === other.document) return isSame(one, other) !== false;
  return isSame(one, other) === true;
}

/** Whether both are in one account, as far as it is known. */
function isSame(one: Resource, other: Resource): boolean | undefined {
  const [a, b] = [one.placement.accountId, other.placement.accountId];
  if (typeof a !== 'string' || typeof b !== 'string') {
    return a === b || String(a) === String(b) ? true : undefined;
  }
  return a === b;
}

function add<K>(map: Map<K, Resource[]>, key: K, resource: Resource): void {
  const before = map.get(key);
  if (before === undefined) map.set(key, [resource]);
  else if (!before.includes(resource)) before.push(resource);
}
