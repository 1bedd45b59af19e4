import { actionOf, type Change } from '../change';
import { DocumentError } from '../document-error';
import { isJsonObject, type Json, type JsonObject } from '../json';
import type { TerraformDocument } from '../terraform-document';
import type { ModuleValuesJson, ResourceChangeJson, ResourceValuesJson } from './json-format';
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

const NOTHING: JsonObject = {};
const UNCHANGED: Change = { action: 'no-op', importing: false };

/** Everything a document says of resources: planned ones first, then those it only knows of. */
export function factsOf(document: TerraformDocument): readonly Facts[] {
  const planned = (document.plan?.resource_changes ?? []).map((change, index) =>
    plannedFacts(change, index, document),
  );
  const seen = new Set(planned.map(identityKey));
  const known = [
    ...valuesOf(document.plan?.planned_values?.root_module),
    ...[...valuesOf(document.state?.values?.root_module)].filter(
      ({ mode }) => mode === 'data' || document.kind === 'state',
    ),
  ];
  const others = known.map(knownFacts).filter((facts) => {
    const key = identityKey(facts);
    return !seen.has(key) && seen.add(key);
  });
  return [...planned, ...others].flatMap(({ mode, ...facts }) =>
    mode === 'ephemeral' ? [] : { ...facts, mode },
  );
}

function identityKey({ address, deposed }: { address: string; deposed: string | undefined }) {
  return `${address}|${deposed ?? ''}`;
}

function plannedFacts(planned: ResourceChangeJson, index: number, document: TerraformDocument) {
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
    ...identityOf(planned),
    module: planned.module_address ?? '',
    deposed: planned.deposed,
    change: {
      action,
      importing: change.importing !== undefined,
      ...(previous_address === undefined ? {} : { previousAddress: previous_address }),
    },
    values: goes ? before : objectOf(change.after),
    unknown: goes ? false : (change.after_unknown ?? false),
    sensitive: (goes ? change.before_sensitive : change.after_sensitive) ?? false,
    before,
  };
}

function knownFacts(resource: ResourceValuesJson) {
  const values = resource.values ?? NOTHING;
  return {
    ...identityOf(resource),
    module: moduleOf(resource.address),
    deposed: resource.deposed_key,
    change: UNCHANGED,
    values,
    unknown: false,
    sensitive: resource.sensitive_values ?? false,
    before: values,
  };
}

function identityOf({ address, mode, type, name, index }: ResourceChangeJson | ResourceValuesJson) {
  return { address, mode, type, name, key: index };
}

function* valuesOf(module: ModuleValuesJson | undefined): Iterable<ResourceValuesJson> {
  yield* module?.resources ?? [];
  for (const child of module?.child_modules ?? []) yield* valuesOf(child);
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : NOTHING;
}
