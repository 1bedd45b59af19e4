import type { Text } from '@culvert/symbolic';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Component } from '../component';
import { once } from './by-id';
import { fieldsOf, nameOf, textOf } from './read';
import { keyOf, refOf } from './reference';

/** What a resource is called, and where it is. */
export function componentOf(
  graph: ResourceGraph,
  resource: Resource,
  id: string = idOf(graph, resource),
): Component {
  const { accountId, region } = resource.placement;
  return {
    id,
    name: nameOf(graph, resource),
    account: accountId,
    region,
    tags: tagsOf(resource),
  };
}

/** AWS's id, else the symbol's name. */
export function idOf(graph: ResourceGraph, resource: Resource, attribute = 'id'): string {
  const known = idsOf(graph);
  const ids = known.get(attribute) ?? new Map<Resource, string>();
  known.set(attribute, ids);
  const id =
    ids.get(resource) ??
    keyOf(refOf(resource, attribute) ?? `${nameOf(graph, resource)}.${attribute}`);
  ids.set(resource, id);
  return id;
}

/** By attribute; they are asked for again and again. */
const idsOf = once<ResourceGraph, Map<string, Map<Resource, string>>>(() => new Map());

/** Something that only its id is known of. */
export function componentKnownById(id: string): Component {
  return {
    id,
    name: id,
    account: { unknown: `account of ${id}` },
    region: { unknown: `region of ${id}` },
    tags: {},
  };
}

const NO_TAGS: Readonly<Record<string, Text>> = {};

function tagsOf(resource: Resource): Readonly<Record<string, Text>> {
  // What is not known at all is said less well than what is written.
  const attribute =
    (resource.facts.values['tags_all'] ?? undefined) === undefined ? 'tags' : 'tags_all';
  const entries = Object.entries(fieldsOf(resource.value(attribute))).flatMap(([key, value]) => {
    const text = textOf(value);
    const isSecret = resource.isSensitive([attribute, key]);
    return text === undefined || isSecret ? [] : [[key, text] as const];
  });
  return entries.length === 0 ? NO_TAGS : Object.fromEntries(entries);
}
