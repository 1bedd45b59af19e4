import { GraphSymbol } from '../graph-symbol';
import { isJsonObject, type Json, type JsonObject } from '../json';
import type { Placement } from '../placement';
import type { Resource } from '../resource';
import { type DocumentIndex, ownEntry } from './document-index';
import { partitionOf } from './documented-texts';
import { asExpression } from './expression';
import { referencesOf } from './reference';

const ARN = /^arn:(?<partition>[^:]+):[^:]*:(?<region>[^:]*):(?<account>\d{12}|):/;
const ACCOUNT = /^(?:arn:[^:]+:iam::)?(?<found>\d{12})(?::role\/.*)?$/;
const REGION = /^(?<found>[a-z]{2}(?:-[a-z]+)+-\d)$/;

/**
 * Where a resource is: as its own ARN says, else as its provider is configured, else as the provider's
 * data sources answered.
 */
export function placementOf(resource: Resource, index: DocumentIndex): Placement {
  const { values } = resource.facts;
  const own = arnOf(values);
  const key = providerKey(resource, index);
  const provider = providerPlacement(key, index);
  const accountId = own['account'] || ownerId(values['owner_id']) || provider.accountId;
  const region = own['region'] || REGION.exec(textOf(values['region']))?.[0] || provider.region;
  const { usual } = provider;
  const isUsual =
    usual !== undefined &&
    accountId === usual.accountId &&
    region === usual.region &&
    (own['partition'] ?? usual.partition) === usual.partition;
  if (isUsual) return usual;
  const origin = key === undefined ? resource.address : `provider[${JSON.stringify(key)}]`;
  const name = (what: string, shape: RegExp) =>
    new GraphSymbol(`${index.prefix}${origin}.${what}`, { shape });
  return {
    accountId: accountId ?? name('account_id', /^\d{12}$/),
    region: region ?? name('region', /^[a-z\d-]+$/),
    partition:
      own['partition'] ??
      (region === undefined ? name('partition', /^aws[a-z-]*$/) : partitionOf(region)),
  };
}

interface ProviderPlacement {
  readonly accountId: string | undefined;
  readonly region: string | undefined;
  /** That of most of its resources, when all of it is known. */
  readonly usual?: Placement;
}

const placements = new WeakMap<DocumentIndex, Map<string, ProviderPlacement>>();

function providerPlacement(key: string | undefined, index: DocumentIndex): ProviderPlacement {
  if (key === undefined) return { accountId: accountSeen(index), region: undefined };
  const known = placements.get(index) ?? new Map<string, ProviderPlacement>();
  placements.set(index, known);
  const placement = known.get(key) ?? findProviderPlacement(key, index);
  known.set(key, placement);
  return placement;
}

function findProviderPlacement(key: string, index: DocumentIndex): ProviderPlacement {
  const accountId = accountOf(key, index);
  const region = regionOf(key, index);
  if (accountId === undefined || region === undefined) return { accountId, region };
  return { accountId, region, usual: { accountId, region, partition: partitionOf(region) } };
}

/** The account and Region in the ARNs of a resource. */
function arnOf(values: JsonObject): Readonly<Record<string, string>> {
  const arns = [values['arn'], values['execution_arn']].map((arn) => ARN.exec(textOf(arn))?.groups);
  return { ...arns[1], ...definedIn(arns[0]) };
}

function definedIn(groups: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== ''));
}

/**
 * The account of a state's resources that do not say theirs: that of all others, if it is one.
 */
export function accountSeen(index: DocumentIndex): string | undefined {
  if (index.document.kind !== 'state') return undefined;
  const known = seen.get(index);
  if (known !== undefined) return known[0];
  const accounts = new Set(
    index.resources
      .filter(({ mode }) => mode === 'managed')
      .flatMap(({ facts: { values } }) => arnOf(values)['account'] ?? ownerId(values['owner_id']))
      .filter((account) => account !== ''),
  );
  const found = accounts.size === 1 ? [...accounts] : [];
  seen.set(index, found);
  return found[0];
}

const seen = new WeakMap<DocumentIndex, readonly string[]>();

function providerKey(resource: Resource, index: DocumentIndex): string | undefined {
  return index.resourceConfig(resource)?.provider_config_key;
}

function accountOf(key: string, index: DocumentIndex): string | undefined {
  const config = index.provider(key);
  const module = config?.module_address ?? '';
  const roles = [config?.expressions?.['assume_role'] ?? []].flat();
  const configured = [
    config?.expressions?.['allowed_account_ids'],
    ...roles.map((role: Json) => (isJsonObject(role) ? role['role_arn'] : undefined)),
  ];
  return (
    only(
      configured.flatMap((expression) => constants(expression, module, index)),
      ACCOUNT,
    ) ?? answered(key, 'aws_caller_identity', 'account_id', ACCOUNT, index)
  );
}

function regionOf(key: string, index: DocumentIndex): string | undefined {
  const config = index.provider(key);
  const found = constants(config?.expressions?.['region'], config?.module_address ?? '', index);
  return only(found, REGION) ?? answered(key, 'aws_region', 'id', REGION, index);
}

/** What the provider's own data source said. */
function answered(
  key: string,
  type: string,
  attribute: string,
  pattern: RegExp,
  index: DocumentIndex,
): string | undefined {
  const same = index.dataSources(type).filter((source) => providerKey(source, index) === key);
  return only(
    same.map(({ facts }) => textOf(facts.values[attribute])),
    pattern,
  );
}

/** The literals and the variables' values that an expression is made of. */
function constants(
  json: Json | undefined,
  module: string,
  index: DocumentIndex,
): readonly string[] {
  const expression = asExpression(json);
  if (expression?.constant_value !== undefined) return textsIn(expression.constant_value);
  return referencesOf(expression?.references ?? []).flatMap((reference) => {
    if (reference.kind !== 'variable') return [];
    const caller = index.callOf(module);
    if (caller !== undefined) {
      const outer = ownEntry(caller.call?.expressions, reference.name);
      return constants(outer, caller.parent, index);
    }
    return textsIn(ownEntry(index.document.plan?.variables, reference.name)?.value ?? null);
  });
}

function textsIn(value: Json): readonly string[] {
  return [value].flat(1).filter((item): item is string => typeof item === 'string');
}

function only(texts: readonly string[], pattern: RegExp): string | undefined {
  const found = new Set(texts.flatMap((text) => pattern.exec(text)?.groups?.['found'] ?? []));
  return found.size === 1 ? [...found][0] : undefined;
}

function ownerId(value: Json | undefined): string {
  return /^\d{12}$/.exec(textOf(value))?.[0] ?? '';
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
