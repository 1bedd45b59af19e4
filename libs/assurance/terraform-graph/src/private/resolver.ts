import { GraphSymbol } from '../graph-symbol';
import { childOf, isJsonObject, type Json } from '../json';
import type { Placement } from '../placement';
import type { Resource } from '../resource';
import { isSymbol, distinct, isText, type Value } from '../value';
import { choose, siblings } from './choose';
import { append, type DocumentIndex } from './document-index';
import { DocumentedValues, type Resolved } from './documented-values';
import { expressionAt } from './expression';
import { heldBy, identifierOf, isCollection } from './identifiers';
import { attributeOf, formatPath, type Path } from './path';
import { placementOf } from './placement-of';
import { findTargets, isUnknownIn } from './targets';
import { writtenText } from './written-text';

/** Turns what a document says of an attribute into a value, and remembers what took more than a name. */
export class Resolver {
  /** By path, then by resource: there are few paths. */
  private readonly resolved = new Map<string, Map<Resource, Value>>();
  private readonly granted = new Map<Resource, Granted[]>();
  private readonly open: { readonly resource: Resource; readonly at: string }[] = [];
  private readonly documented = new DocumentedValues(this);
  private readonly placements = new Map<Resource, Placement>();

  public constructor(
    private readonly indexOf: (resource: Resource) => DocumentIndex,
    private readonly named: (value: Value, type: string, path: Path) => readonly Resource[],
    private readonly ownerOf: (symbol: GraphSymbol) => Resource | undefined,
  ) {}

  public value(resource: Resource, path: Path): Value | undefined {
    const { values, unknown } = resource.facts;
    let value: Json | undefined = values;
    let flags: Json | undefined = unknown;
    for (const [depth, step] of path.entries()) {
      value = childOf(value, step);
      flags = childOf(flags, step);
      if (flags === true) return this.below(resource, path, depth + 1);
    }
    return this.combine(resource, value, flags, path);
  }

  public isConfigured(resource: Resource, path: Path): boolean | undefined {
    const config = this.indexOf(resource).resourceConfig(resource);
    if (config === undefined) return undefined;
    const { expressions = {} } = config;
    const [attribute = '', ...inner] = path;
    const { values, unknown } = resource.facts;
    const expression = expressionAt(expressions, values, unknown, path);
    if (expression === undefined)
      return inner.length === 0 && Object.hasOwn(expressions, attribute);
    return (
      !isUnknownIn(resource.facts, path) ||
      !findTargets(resource, path, expression, undefined, this.indexOf(resource)).empty
    );
  }

  public values(resource: Resource): { readonly [attribute: string]: Value } {
    return this.value(resource, []) as { readonly [attribute: string]: Value };
  }

  public assumptions(resource: Resource, path: Path): readonly string[] {
    this.value(resource, path);
    const asked = formatPath(path);
    return (this.granted.get(resource) ?? []).flatMap(({ at, assumptions }) =>
      isWithin(at, asked) || isWithin(asked, at) ? assumptions : [],
    );
  }

  /** What was taken for granted of a resource so far. */
  public *assumed(resource: Resource): Iterable<string> {
    for (const { assumptions } of this.granted.get(resource) ?? []) yield* assumptions;
  }

  public referenced(resource: Resource, path: Path): readonly Resource[] {
    const found = new Set<Resource>();
    const visit = (value: Value | undefined, at: Path) => {
      if (isText(value)) {
        const symbol = isSymbol(value) ? this.ownerOf(value) : undefined;
        const owners = symbol === undefined ? this.named(value, resource.type, at) : [symbol];
        for (const owner of owners) if (owner !== resource) found.add(owner);
      } else if (typeof value === 'object' && value !== null && at.length < MAXIMUM_DEPTH) {
        const list = Array.isArray(value);
        for (const [key, inner] of Object.entries(value)) {
          visit(inner as Value, [...at, list ? Number(key) : key]);
        }
      }
    };
    visit(this.value(resource, path), path);
    return [...found];
  }

  public placement(resource: Resource): Placement {
    const placement =
      this.placements.get(resource) ?? placementOf(resource, this.indexOf(resource));
    this.placements.set(resource, placement);
    return placement;
  }

  /** What is inside of an unknown value: of a list that is known by its members, a member. */
  private below(resource: Resource, path: Path, depth: number): Value | undefined {
    if (depth === path.length) return this.unknown(resource, path);
    const whole = this.unknown(resource, path.slice(0, depth));
    const inner = path.slice(depth).reduce<Value | undefined>(childValue, whole);
    return isSymbol(whole) ? this.unknown(resource, path) : inner;
  }

  private combine(
    resource: Resource,
    value: Json | undefined,
    flags: Json | undefined,
    path: Path,
  ): Value | undefined {
    if (typeof flags !== 'object' || flags === null || path.length > MAXIMUM_DEPTH) return value;
    if (Array.isArray(flags)) {
      const items = Array.isArray(value) ? (value as readonly Json[]) : [];
      if (flags.length === 0) return items as Value;
      const length = Math.max(items.length, flags.length);
      return Array.from({ length }, (_, index) =>
        this.member(resource, items[index], flags[index] as Json, [...path, index]),
      );
    }
    const flagged = Object.entries(flags);
    const known = isJsonObject(value) ? value : {};
    if (flagged.length === 0) return known;
    const combined: Record<string, Value> = { ...known };
    for (const [key, flag] of flagged) {
      if (flag === false && Object.hasOwn(known, key)) continue;
      const member = this.member(resource, childOf(known, key), flag, [...path, key]);
      if (key === '__proto__') Object.defineProperty(combined, key, { ...PLAIN, value: member });
      else combined[key] = member;
    }
    return combined;
  }

  private member(
    resource: Resource,
    value: Json | undefined,
    flags: Json | undefined,
    path: Path,
  ): Value {
    if (flags === true) return this.unknown(resource, path);
    return this.combine(resource, value, flags, path) ?? null;
  }

  private unknown(resource: Resource, path: Path): Value {
    const at = formatPath(path);
    const cached = this.resolved.get(at)?.get(resource);
    if (cached !== undefined) return cached;
    const name = `${this.indexOf(resource).prefix}${resource.address}${at}`;
    if (this.open.some((each) => each.resource === resource && each.at === at)) {
      return new GraphSymbol(name, { owner: resource });
    }
    this.open.push({ resource, at });
    const { value, assumptions } = this.resolve(resource, path, name);
    this.open.pop();
    if (isSymbol(value) && isSeldomAsked(value) && value.unknown === name) return value;
    let known = this.resolved.get(at);
    if (known === undefined) this.resolved.set(at, (known = new Map<Resource, Value>()));
    known.set(resource, value);
    if (assumptions.length > 0) append(this.granted, resource, { at, assumptions });
    return value;
  }

  private resolve(resource: Resource, path: Path, name: string): Resolved {
    const attribute = attributeOf(path);
    const equal =
      resource.mode === 'managed' ? this.documented.equal(resource, attribute) : undefined;
    if (equal !== undefined) return { value: equal, assumptions: NONE };
    const index = this.indexOf(resource);
    const written = writtenText(resource, path, index);
    if (written !== undefined) return { value: written, assumptions: [] };
    const { values, unknown } = resource.facts;
    const configured = index.resourceConfig(resource)?.expressions ?? {};
    const expression = expressionAt(configured, values, unknown, path);
    const own = identifierOf(resource.type, attribute);
    const identifier =
      heldBy(resource.type, attribute) ?? (resource.mode === 'data' ? own : undefined);
    const targets = expression && findTargets(resource, path, expression, identifier, index);
    if (expression === undefined || targets === undefined || targets.empty) {
      const given = this.documented.byDefault(resource, path, name);
      if (given !== undefined) return given;
      const distinctAmong = isMadeUp(resource, attribute) ? own?.of[0] : undefined;
      const shape = (own ?? heldBy(resource.type, attribute))?.shape;
      return {
        value: new GraphSymbol(name, { shape, distinctAmong, owner: resource }),
        assumptions: NONE,
      };
    }
    const texts = distinct(targets.values.flatMap(membersOf).filter(isText));
    const candidates =
      texts.length > 0
        ? texts
        : (identifier ? findTargets(resource, path, expression, undefined, index) : targets).values;
    const none = new GraphSymbol(name, {
      shape: identifier?.shape,
      candidates,
      owner: resource,
    });
    const collection = isCollection(attribute);
    const chosen =
      identifier &&
      choose(texts, targets, identifier, collection, expression.shared, siblings(unknown, path));
    if (chosen === undefined) return { value: none, assumptions: [] };
    const assumptions = [
      ...(targets.byKey ? [`${name} takes the instance of its own key`] : []),
      ...(targets.own ? [`${name} is what the module makes itself`] : []),
    ];
    if (!collection || typeof path.at(-1) === 'number') {
      const [value = none] = chosen;
      return { value, assumptions };
    }
    const members = chosen.map(String).join(', ');
    return { value: chosen, assumptions: [...assumptions, `${name} is nothing but ${members}`] };
  }
}

const PLAIN = { configurable: true, enumerable: true, writable: true };

interface Granted {
  readonly at: string;
  readonly assumptions: readonly string[];
}

const NONE: readonly string[] = [];

/** Deeper JSON is given as it is; a provider's schema is never that deep. */
const MAXIMUM_DEPTH = 200;

/** Symbols that stand for themselves take memory; ids are asked for wherever they are referred to. */
function isSeldomAsked({ candidates, distinctAmong }: GraphSymbol): boolean {
  return candidates.length === 0 && distinctAmong === undefined;
}

function isWithin(path: string, outer: string): boolean {
  return path.startsWith(outer) && ['', '.', '['].includes(path.charAt(outer.length));
}

/** Whether AWS makes the identifier up when it creates the resource. */
function isMadeUp({ mode, type }: Resource, attribute: string): boolean {
  return (
    mode === 'managed' && ['id', 'arn'].includes(attribute) && !/_default_|_accepter$/.test(type)
  );
}

function childValue(value: Value | undefined, step: string | number): Value | undefined {
  return isText(value) ? undefined : (childOf(value as Json, step) as Value | undefined);
}

function membersOf(value: Value): readonly Value[] {
  return Array.isArray(value) ? value : [value];
}
