import { childOf } from '../json';
import type { Resource } from '../resource';
import { type DocumentIndex, type Instances, type Key, ownEntry } from './document-index';
import { asExpression } from './expression';
import type { ExpressionJson } from './json-format';
import type { Path } from './path';
import { type Reference, referencesOf } from './reference';

/** An attribute, or a whole resource, that a value may come from. */
export interface Source {
  readonly resource: Resource;
  /** Empty for the whole resource. */
  readonly path: Path;
  /** Whether the path is one of the resource, not that of something made of it. */
  readonly exact: boolean;
}

/** Where an expression stands: what its names mean. */
export interface Place {
  readonly index: DocumentIndex;
  /** The module instance. */
  readonly module: string;
  /** The key of the instance that it belongs to. */
  readonly key: Key;
  /** What `each.value` is taken from, in the same module. */
  readonly forEach: ExpressionJson | undefined;
}

/** Everything that an expression refers to, through variables, outputs and modules. */
export class Sources {
  public readonly attributes: Source[] = [];
  /** Texts that another document knows. */
  public readonly texts: string[] = [];
  /** Locals on the way, of which a plan says nothing, with where they stand. */
  public readonly locals: Place[] = [];
  /** Whether something on the way may choose between the attributes, such as a variable. */
  public chooses = false;
  /** Whether an instance was chosen because it has the key of the one that refers to it. */
  public byKey = false;
  public readonly visited = new Set<string>();
}

/**
 * Gathers what the references lead to.
 *
 * @param rest what is taken of the expression's value: `id` in `var.vpc.id`
 */
export function follow(
  references: readonly string[],
  place: Place,
  rest: Path,
  sources: Sources,
): Sources {
  const visit = `${place.index.prefix}|${place.module}|${place.key}|${references.join()}|${rest.length === 0 ? '' : JSON.stringify(rest)}`;
  if (sources.visited.has(visit)) return sources;
  sources.visited.add(visit);
  const found = referencesOf(references);
  const keyed = found.some(({ kind }) => kind === 'key');
  const each = found.some((one) => one.kind === 'each.value' && one.rest.length === 0);
  const to = { ...place, key: keyed ? place.key : each ? eachValue(place) : undefined };
  for (const reference of found) {
    const locals = sources.locals.length;
    followOne(reference, to, place, rest, sources);
    if (!isIndex(reference, found)) continue;
    sources.locals.length = locals;
    sources.chooses = true;
  }
  return sources;
}

/** What `each.value` is, when it can be a key: of a set, the key itself; of a map of literals, the literal. */
function eachValue({ index, module, key, forEach }: Place): Key {
  if (key === undefined) return undefined;
  const [variable, ...others] = referencesOf(forEach?.references ?? []);
  const given =
    module === '' && variable?.kind === 'variable' && others.length === 0
      ? ownEntry(index.document.plan?.variables, variable.name)?.value
      : forEach?.constant_value;
  if (given === undefined) return variable === undefined ? key : undefined;
  if (Array.isArray(given)) return key;
  const value = childOf(given, key);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/**
 * Whether it is what one of the others is chosen by, as in `var.subnet_ids[each.value]`: a local that it
 * comes from is none of what is chosen from.
 */
function isIndex(reference: Reference, all: readonly Reference[]): boolean {
  return reference.kind === 'each.value' && reference.rest.length === 0 && all.some(isOfMany);
}

/** Whether it is written as something to choose from: all instances, or what is called by a plural. */
function isOfMany(reference: Reference): boolean {
  switch (reference.kind) {
    case 'resource':
      return reference.rest.length === 0;
    case 'variable':
      return reference.rest.length === 0 && reference.name.endsWith('s');
    case 'module':
      return String(reference.rest.at(-1) ?? 's').endsWith('s');
    default:
      return false;
  }
}

function followOne(
  reference: Reference,
  place: Place,
  owner: Place,
  rest: Path,
  sources: Sources,
): void {
  const { index, module } = place;
  switch (reference.kind) {
    case 'resource': {
      if (reference.type === 'terraform_remote_state') {
        followRemoteState([...reference.rest, ...rest], place, sources);
      }
      const instances = index.find(module, reference.address);
      const [chosen, path] = choose(
        instances,
        joined(reference.rest, rest),
        reference.rest,
        place,
        sources,
      );
      const exact = path.length > rest.length;
      for (const resource of chosen) sources.attributes.push({ resource, path, exact });
      return;
    }
    case 'module':
      return followModule(reference, place, rest, sources);
    case 'variable':
      return followVariable(
        reference.name,
        owner,
        keyed(place, [...reference.rest, ...rest]),
        sources,
      );
    case 'each.value': {
      const below = [...reference.rest, ...rest];
      const path = owner.key === undefined ? below : [owner.key, ...below];
      const container = { ...owner, forEach: undefined, key: undefined };
      follow(owner.forEach?.references ?? [], container, path, sources);
      return;
    }
    case 'local':
      sources.locals.push(owner);
      return;
    case 'constant':
      sources.chooses = true;
      return;
    case 'key':
      return;
  }
}

/** An output that is not known yet is that of the one other document that has an output of its name. */
function followRemoteState([, name, ...below]: Path, { index }: Place, sources: Sources): void {
  const offers = index.all.filter(
    (other) => other !== index && typeof name === 'string' && other.hasOutput(name),
  );
  const [offer] = offers;
  if (offer === undefined || offers.length > 1) return;
  const text = offer.output(String(name));
  if (typeof text === 'string') sources.texts.push(text);
  const output = offer.moduleConfig('')?.outputs?.[String(name)];
  const root = { index: offer, module: '', key: undefined, forEach: undefined };
  follow(output?.expression?.references ?? [], root, below, sources);
}

function followModule(
  { name, rest: own }: { readonly name: string; readonly rest: Path },
  place: Place,
  rest: Path,
  sources: Sources,
): void {
  const { index, module } = place;
  const calls = index.calls(module, name);
  const [chosen, path] = choose(calls, [...own, ...rest], own, place, sources);
  for (const instance of chosen) {
    const outputs = index.moduleConfig(instance)?.outputs ?? {};
    const [output, ...below] = path;
    const named = typeof output === 'string' && Object.hasOwn(outputs, output);
    const taken = calls.get(place.key) === instance;
    const inside = { index, module: instance, key: undefined, forEach: undefined };
    for (const [outputName, { expression }] of Object.entries(outputs)) {
      if (named && outputName !== output) continue;
      const wanted = named ? below : path;
      follow(expression?.references ?? [], inside, taken ? wanted : keyed(place, wanted), sources);
    }
  }
}

function followVariable(name: string, place: Place, rest: Path, sources: Sources): void {
  const { index, module } = place;
  const caller = index.callOf(module);
  const expression = asExpression(ownEntry(caller?.call?.expressions, name));
  if (caller === undefined || expression?.references === undefined) {
    sources.chooses = true;
    return;
  }
  const outside = {
    index,
    module: caller.parent,
    key: caller.key,
    forEach: caller.call?.for_each_expression,
  };
  follow(expression.references, outside, rest, sources);
}

function joined(path: Path, rest: Path): Path {
  return rest.length === 0 ? path : [...path, ...rest];
}

/** The path into a value that is taken by the key of what refers to it. */
function keyed({ key }: Place, path: Path): Path {
  return key === undefined || path.includes(key) ? path : [key, ...path];
}

/**
 * The instances that a path leads to, and what is left of it: by the key in it, or by that of the
 * instance that refers to them.
 */
function choose<T>(
  instances: Instances<T>,
  path: Path,
  written: Path,
  { key }: Place,
  sources: Sources,
): readonly [readonly T[], Path] {
  const single = instances.get(undefined);
  if (single !== undefined) return [[single], path];
  const [first, ...below] = path;
  const named = instances.get(first);
  if (named !== undefined) {
    sources.byKey ||= written.length === 0;
    return [[named], below];
  }
  if (written.length > 0) return [[], path];
  const alike = key === undefined ? undefined : instances.get(key);
  if (alike === undefined) return [inOrder(instances), path];
  sources.byKey ||= instances.size > 1;
  return [[alike], path];
}

/** As Terraform lists them: by number, or by the letters of their keys. */
function inOrder<T>(instances: Instances<T>): readonly T[] {
  return [...instances]
    .sort(([one], [other]) => {
      if (typeof one === 'number' && typeof other === 'number') return one - other;
      return String(one) < String(other) ? -1 : 1;
    })
    .map(([, instance]) => instance);
}
