import { childOf, hasTrue, type Json } from '../json';
import type { Resource } from '../resource';
import { isText, type Value } from '../value';
import type { DocumentIndex } from './document-index';
import type { Expression } from './expression';
import type { Facts } from './facts';
import { follow, type Place, type Source, Sources } from './follow';
import type { Identifier } from './identifier';
import { attributesFor, fits, isCollection } from './identifiers';
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
  /** Whether a local is taken for what its module makes itself. */
  readonly own: boolean;
  /** Whether nothing that is not known yet can be part of it: the value is null, and AWS's to choose. */
  readonly empty: boolean;
}

/** Finds what an expression may give for an attribute that holds the identifier, or anything. */
export function findTargets(
  resource: Resource,
  path: Path,
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
  let own = false;
  if (identifier !== undefined) {
    const blind = open ? [place, ...sources.locals] : [...sources.locals];
    for (const { module } of blind) {
      const all = everythingIn(module, identifier, index);
      const isOwn = !open && prefersOwn(resource, path, all.near, identifier);
      own ||=
        isOwn && all.far.attributes.some((source) => valueOf(source, identifier) !== undefined);
      for (const { attributes, texts } of isOwn ? [all.near] : [all.near, all.far]) {
        sources.attributes.push(...attributes);
        sources.texts.push(...texts);
      }
    }
  }
  const others = sources.attributes.filter((source) => source.resource !== resource);
  const found = others.map((source) => valueOf(source, identifier));
  const texts = sources.texts.filter((text) => identifier?.shape?.test(text) ?? true);
  return {
    values: [...found.flatMap((value) => value ?? []), ...texts],
    certain: !sources.chooses && !open && sources.locals.length === 0,
    byKey: sources.byKey,
    own,
    mixed: others.some(
      ({ resource: { facts }, path }, position) =>
        found[position] === undefined && isUnknownIn(facts, path),
    ),
    empty:
      !open &&
      sources.locals.length === 0 &&
      sources.texts.length === 0 &&
      sources.attributes.every(
        (source) => !isUnknownIn(source.resource.facts, attributeOfSource(source)),
      ),
  };
}

type Gathered = Pick<Sources, 'attributes' | 'texts'>;

/** What a local of a module instance can be made of. */
interface Everything {
  /** Of the module's own resources and calls, and of what is given to it by itself. */
  readonly near: Gathered;
  /** Of lists and maps that are given to it. */
  readonly far: Gathered;
}

const everything = new WeakMap<DocumentIndex, Map<string, Map<Identifier, Everything>>>();

/** Whatever in a module instance a local of it can be made of, gathered once for each identifier. */
function everythingIn(module: string, identifier: Identifier, index: DocumentIndex): Everything {
  const modules = everything.get(index) ?? new Map<string, Map<Identifier, Everything>>();
  everything.set(index, modules);
  const known = modules.get(module) ?? new Map<Identifier, Everything>();
  modules.set(module, known);
  const gathered = known.get(identifier) ?? gather(module, identifier, index);
  known.set(identifier, gathered);
  return gathered;
}

function gather(module: string, identifier: Identifier, index: DocumentIndex): Everything {
  const place: Place = { index, module, key: undefined, forEach: undefined };
  const { variables = {}, module_calls: calls = {} } = index.moduleConfig(module) ?? {};
  const given = (isOfMany: boolean) =>
    Object.entries(variables)
      .filter(([, variable]) => (typeof (variable.default ?? '') === 'object') === isOfMany)
      .map(([name]) => `var.${name}`);
  const made = Object.keys(calls).map((name) => `module.${name}`);
  const near = [...resourcesFor(module, identifier, index), ...made, ...given(false)];
  return {
    near: gathered(follow(near, place, [], new Sources())),
    far: gathered(follow(given(true), place, [], new Sources())),
  };
}

/** Without how they were found. */
function gathered({ attributes, texts }: Sources): Gathered {
  return { attributes, texts };
}

function resourcesFor(
  module: string,
  identifier: Identifier,
  index: DocumentIndex,
): readonly string[] {
  const types = new Set(
    identifier.of.map((attribute) => attribute.slice(0, attribute.indexOf('.'))),
  );
  return [...index.localAddresses(module)].filter((address) => {
    const [type, ofData] = address.split('.');
    return types.has((type === 'data' ? ofData : type) ?? '');
  });
}

/**
 * Whether a local stands for what the module makes itself rather than for a part of a list or map that is
 * given to it: where the attribute says what the resource is a part of, such as a rule of its group.
 */
function prefersOwn(
  { type }: Resource,
  path: Path,
  { attributes }: Gathered,
  identifier: Identifier,
): boolean {
  return (
    path.length === 1 &&
    PARTS.some(([parts, whole]) => whole === path[0] && parts.test(type)) &&
    attributes.some((source) => valueOf(source, identifier) !== undefined)
  );
}

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^aws_(?:vpc_)?security_group_(?:ingress_|egress_)?rule$/u, 'security_group_id'],
  [/^aws_route(?:_table_association)?$/u, 'route_table_id'],
  [/^aws_network_acl_(?:rule|association)$/u, 'network_acl_id'],
  [/^aws_a?lb_listener$/u, 'load_balancer_arn'],
  [/^aws_a?lb_listener_(?:rule|certificate)$/u, 'listener_arn'],
  [/^aws_(?:subnet|route_table|security_group|network_acl|internet_gateway)$/u, 'vpc_id'],
];

/** What of the path is one of the resource's own: before it stands what chooses from something made of it. */
function attributeOfSource({ resource, path, exact }: Source): Path {
  const start = exact ? 0 : path.findIndex((step) => hasAttribute(resource, step));
  return start === -1 ? [] : path.slice(start);
}

function valueOf(source: Source, identifier: Identifier | undefined): Value | undefined {
  const { resource } = source;
  const attribute = attributeOfSource(source);
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
    if (typeof prefix.at(-1) === 'number' && !isCollection(attribute)) continue;
    if (fits(type, attribute, identifier)) return prefix;
    if (same !== undefined && fits(type, same, identifier)) return [same];
  }
  return undefined;
}

function hasAttribute({ facts }: Resource, step: string | number): boolean {
  return childOf(facts.values, step) !== undefined || childOf(facts.unknown, step) !== undefined;
}

/** What a plan knows already cannot be what makes another value unknown. */
export function isUnknownIn({ unknown }: Facts, path: Path): boolean {
  let flags: Json | undefined = unknown;
  for (const step of path) {
    if (flags === true) return true;
    flags = childOf(flags, step);
  }
  return hasTrue(flags);
}
