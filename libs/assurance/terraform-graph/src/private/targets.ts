import { childOf, hasTrue, type Json } from '../json';
import type { Resource } from '../resource';
import { isText, type Value } from '../value';
import type { DocumentIndex } from './document-index';
import type { Expression } from './expression';
import type { Facts } from './facts';
import { follow, type Place, type Source, Sources } from './follow';
import { attributesFor, fits, type Identifier } from './identifiers';
import { attributeOf, type Path } from './path';
import { sameAttribute } from './same-attributes';

/** What the value of an attribute may come from. */
export interface Targets {
  /** The values that are not known in the plan and that can stand there. */
  readonly values: readonly Value[];
  /** Whether nothing on the way chooses between them. */
  readonly certain: boolean;
  /** Whether an instance was chosen by its key. */
  readonly byKey: boolean;
  /** Whether something that is not known yet, and cannot stand there, is part of it. */
  readonly mixed: boolean;
}

/** Finds what an expression may give for an attribute that holds the identifier, or anything. */
export function findTargets(
  resource: Resource,
  { references, open }: Expression,
  identifier: Identifier | undefined,
  index: DocumentIndex,
): Targets {
  const place: Place = {
    index,
    module: resource.module,
    key: resource.key,
    forEach: index.resourceConfig(resource)?.for_each_expression,
  };
  const sources = follow(references, place, [], new Sources());
  if (identifier !== undefined) {
    const blind = open ? [place, ...sources.locals] : [...sources.locals];
    for (const { module } of blind) {
      const { attributes, texts } = everythingIn(module, identifier, index);
      sources.attributes.push(...attributes);
      sources.texts.push(...texts);
    }
  }
  const others = sources.attributes.filter((source) => source.resource !== resource);
  const found = others.map((source) => valueOf(source, identifier));
  const texts = sources.texts.filter((text) => identifier?.shape?.test(text) ?? true);
  return {
    values: [...found.flatMap((value) => value ?? []), ...texts],
    certain: !sources.chooses && !open && sources.locals.length === 0,
    byKey: sources.byKey,
    mixed: others.some(
      ({ resource: { facts }, path }, position) =>
        found[position] === undefined && isUnknownIn(facts, path),
    ),
  };
}

type Gathered = Pick<Sources, 'attributes' | 'texts'>;

const everything = new WeakMap<DocumentIndex, Map<string, Map<Identifier, Gathered>>>();

/** Whatever in a module instance a local of it can be made of, gathered once for each identifier. */
function everythingIn(module: string, identifier: Identifier, index: DocumentIndex): Gathered {
  const modules = everything.get(index) ?? new Map<string, Map<Identifier, Gathered>>();
  everything.set(index, modules);
  const known = modules.get(module) ?? new Map<Identifier, Gathered>();
  modules.set(module, known);
  const gathered = known.get(identifier) ?? gather(module, identifier, index);
  known.set(identifier, gathered);
  return gathered;
}

function gather(module: string, identifier: Identifier, index: DocumentIndex): Gathered {
  const place: Place = { index, module, key: undefined, forEach: undefined };
  const references = referencesIn(module, identifier, index);
  const { attributes, texts } = follow(references, place, [], new Sources());
  return { attributes, texts };
}

function referencesIn(
  module: string,
  identifier: Identifier,
  index: DocumentIndex,
): readonly string[] {
  const config = index.moduleConfig(module);
  const types = new Set(
    identifier.of.map((attribute) => attribute.slice(0, attribute.indexOf('.'))),
  );
  const resources = [...index.localAddresses(module)].filter((address) => {
    const [type, ofData] = address.split('.');
    return types.has((type === 'data' ? ofData : type) ?? '');
  });
  const calls = Object.keys(config?.module_calls ?? {}).map((name) => `module.${name}`);
  const variables = Object.keys(config?.variables ?? {}).map((name) => `var.${name}`);
  return [...resources, ...calls, ...variables];
}

function valueOf(
  { resource, path, exact }: Source,
  identifier: Identifier | undefined,
): Value | undefined {
  const start = exact ? 0 : path.findIndex((step) => hasAttribute(resource, step));
  const attribute = start === -1 ? [] : path.slice(start);
  const at = identifier === undefined ? attribute : fitting(resource, attribute, identifier);
  if (at === undefined || at.length === 0 || !isUnknownIn(resource.facts, at)) return undefined;
  const value = resource.value(at);
  return value === undefined || (identifier === undefined && !isText(value)) ? undefined : value;
}

/** The part of the path that leads to the identifier; of a whole resource, the attribute that has it. */
function fitting(resource: Resource, path: Path, identifier: Identifier): Path | undefined {
  const { type } = resource;
  if (path.length === 0) {
    const own = attributesFor(type, identifier).find((attribute) =>
      hasAttribute(resource, attribute),
    );
    return own === undefined ? undefined : [own];
  }
  for (let length = path.length; length > 0; length -= 1) {
    const prefix = path.slice(0, length);
    const attribute = attributeOf(prefix);
    const same = sameAttribute(type, attribute);
    if (fits(type, attribute, identifier)) return prefix;
    if (same !== undefined && fits(type, same, identifier)) return [same];
  }
  return undefined;
}

function hasAttribute({ facts }: Resource, step: string | number): boolean {
  return childOf(facts.values, step) !== undefined || childOf(facts.unknown, step) !== undefined;
}

/** What a plan knows already cannot be what makes another value unknown. */
function isUnknownIn({ unknown }: Facts, path: Path): boolean {
  let flags: Json | undefined = unknown;
  for (const step of path) {
    if (flags === true) return true;
    flags = childOf(flags, step);
  }
  return hasTrue(flags);
}
