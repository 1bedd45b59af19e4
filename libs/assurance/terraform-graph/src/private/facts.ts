import { type Action, actionOf, type Change } from '../change';
import { DocumentError } from '../document-error';
import { isJsonObject, type Json, type JsonObject } from '../json';
import type { TerraformDocument } from '../terraform-document';
import type {
  ModuleValuesJson,
  ResourceChangeJson,
  ResourceIdentityJson,
  ResourceValuesJson,
} from './json-format';
import { moduleOf } from './module-address';

/** What a document says of one resource instance. */
export interface Facts {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly key: string | number | undefined;
  /** The address of its module instance; empty for the root. */
  readonly module: string;
  readonly deposed: string | undefined;
  readonly change: Change;
  /** What is there after apply; of what is deleted, what was there before. */
  readonly values: JsonObject;
  /** `true` wherever a value is not known yet. */
  readonly unknown: Json;
  readonly sensitive: Json;
  /** What is there before apply; empty when nothing is. */
  readonly before: JsonObject;
}

type Managed = { readonly mode: Facts['mode'] };

const NOTHING: JsonObject = {};

/** Those that say nothing but the action, each once: there are as many changes as resources. */
const PLAIN = new Map<Action, Change>();

function changeOf(action: Action, importing = false, previousAddress?: string): Change {
  if (importing || previousAddress !== undefined) {
    return { action, importing, ...(previousAddress === undefined ? {} : { previousAddress }) };
  }
  const change = PLAIN.get(action) ?? { action, importing };
  PLAIN.set(action, change);
  return change;
}

/** Everything a document says of resources: planned ones, and those that a plan does not touch. */
export function factsOf(document: TerraformDocument): readonly Facts[] {
  const { plan, state } = document;
  const facts = new Map<string, Facts>();
  const add = (found: Facts) => {
    const { address, deposed } = found;
    const key = deposed === undefined ? address : `${address}|${deposed}`;
    if (!facts.has(key)) facts.set(key, found);
  };
  for (const [index, planned] of (plan?.resource_changes ?? []).entries()) {
    if (isResource(planned)) add(plannedFacts(planned, index, document));
  }
  for (const known of valuesOf(plan?.planned_values?.root_module)) {
    if (isResource(known) && !facts.has(known.address)) add(knownFacts(known));
  }
  const moved = new Set(plan?.resource_changes?.map(({ previous_address }) => previous_address));
  for (const known of valuesOf(state?.values?.root_module)) {
    if (isResource(known) && !moved.has(known.address)) add(knownFacts(known));
  }
  return [...facts.values()];
}

function isResource<T extends ResourceIdentityJson>(resource: T): resource is T & Managed {
  return resource.mode !== 'ephemeral';
}

function plannedFacts(
  planned: ResourceChangeJson & Managed,
  index: number,
  document: TerraformDocument,
): Facts {
  const { change, previous_address } = planned;
  const action = actionOf(change.actions);
  if (action === undefined) {
    throw new DocumentError(
      'malformed',
      document.path ?? document.name,
      `/resource_changes/${index}/change/actions is a list of actions that is not known: read it with a later Culvert`,
    );
  }
  const before = objectOf(change.before);
  const goes = action === 'delete' || action === 'forget';
  return {
    address: planned.address,
    mode: planned.mode,
    type: planned.type,
    name: planned.name,
    key: planned.index,
    module: planned.module_address ?? '',
    deposed: planned.deposed,
    change: changeOf(action, change.importing !== undefined, previous_address),
    values: goes ? before : objectOf(change.after),
    unknown: goes ? false : (change.after_unknown ?? false),
    sensitive: (goes ? change.before_sensitive : change.after_sensitive) ?? false,
    before,
  };
}

function knownFacts(resource: ResourceValuesJson & Managed): Facts {
  const values = resource.values ?? NOTHING;
  return {
    address: resource.address,
    mode: resource.mode,
    type: resource.type,
    name: resource.name,
    key: resource.index,
    module: moduleOf(resource.address),
    deposed: resource.deposed_key,
    change: changeOf('no-op'),
    values,
    unknown: false,
    sensitive: resource.sensitive_values ?? false,
    before: values,
  };
}

function* valuesOf(module: ModuleValuesJson | undefined): Iterable<ResourceValuesJson> {
  yield* module?.resources ?? [];
  for (const child of module?.child_modules ?? []) yield* valuesOf(child);
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : NOTHING;
}
