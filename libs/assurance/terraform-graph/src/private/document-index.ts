import type { Json } from '../json';
import type { Resource } from '../resource';
import type { TerraformDocument } from '../terraform-document';
import type {
  ModuleCallJson,
  ModuleConfigJson,
  ProviderConfigJson,
  ResourceConfigJson,
} from './json-format';
import { moduleSteps } from './module-address';

/** The key of `count` or `for_each`. */
export type Key = string | number | undefined;

/** The instances of a resource or a module call by key; one of none when it has neither. */
export type Instances<T> = ReadonlyMap<Key, T>;

const NONE: Instances<never> = new Map<Key, never>();

/** A document's resources by module instance, and the configuration that they come from. */
export class DocumentIndex {
  private readonly local = new Map<string, Map<string, Resource[]>>();
  /** Of those that something refers to. */
  private readonly instances = new Map<readonly Resource[], Map<Key, Resource>>();
  private readonly children = new Map<string, Map<Key, string>>();
  private readonly sources = new Map<string, Resource[]>();
  private readonly modules = new Map<string, ModuleConfigJson | undefined>();
  private readonly configOf = new Map<Resource, ResourceConfigJson>();
  private readonly configs = new Map<ModuleConfigJson, ReadonlyMap<string, ResourceConfigJson>>();

  public constructor(
    public readonly document: TerraformDocument,
    /** What symbols of the document begin with, to tell them from those of another. */
    public readonly prefix: string,
    /** The indexes of all documents, its own among them. */
    public readonly all: readonly DocumentIndex[],
  ) {}

  public add(resource: Resource): void {
    const { mode, type, name, module } = resource;
    const local = this.local.get(module) ?? this.addModule(module);
    if (resource.deposed !== undefined || !resource.remains) return;
    append(local, localAddress(mode, type, name), resource);
    if (mode === 'data') append(this.sources, type, resource);
  }

  /** All of them that remain, in whatever module. */
  public get resources(): readonly Resource[] {
    return [...this.local.values()].flatMap((local) => [...local.values()].flat());
  }

  /** The data sources of a type, in whatever module. */
  public dataSources(type: string): readonly Resource[] {
    return this.sources.get(type) ?? [];
  }

  /** The instances of a resource in a module instance, such as `data.aws_region.here`, by key. */
  public find(module: string, address: string): Instances<Resource> {
    const resources = this.local.get(module)?.get(address);
    if (resources === undefined) return NONE;
    const known = this.instances.get(resources);
    if (known !== undefined) return known;
    const instances = new Map(resources.map((resource) => [resource.key, resource]));
    this.instances.set(resources, instances);
    return instances;
  }

  /** The resources of a module instance, such as `data.aws_region.here`. */
  public localAddresses(module: string): Iterable<string> {
    return this.local.get(module)?.keys() ?? [];
  }

  /** The addresses of the instances of a module call that have resources, by key. */
  public calls(module: string, name: string): Instances<string> {
    return this.children.get(`${module}|${name}`) ?? NONE;
  }

  /** The configuration of a module instance. */
  public moduleConfig(module: string): ModuleConfigJson | undefined {
    const known = this.modules.get(module);
    if (known !== undefined || this.modules.has(module)) return known;
    const config = moduleSteps(module).reduce<ModuleConfigJson | undefined>(
      (outer, { name }) => ownEntry(outer?.module_calls, name)?.module,
      this.document.plan?.configuration?.root_module,
    );
    this.modules.set(module, config);
    return config;
  }

  /** The call that makes a module instance, with the instance that it stands in. */
  public callOf(module: string):
    | {
        readonly call: ModuleCallJson | undefined;
        readonly parent: string;
        readonly key: Key;
      }
    | undefined {
    const steps = moduleSteps(module);
    const last = steps.at(-1);
    if (last === undefined) return undefined;
    const parent = steps.at(-2)?.address ?? '';
    const call = ownEntry(this.moduleConfig(parent)?.module_calls, last.name);
    return { call, parent, key: last.key };
  }

  /** The configuration of a resource. */
  public resourceConfig(resource: Resource): ResourceConfigJson | undefined {
    const known = this.configOf.get(resource);
    if (known !== undefined) return known;
    const found = this.findConfig(resource);
    if (found !== undefined) this.configOf.set(resource, found);
    return found;
  }

  private findConfig({ module, mode, type, name }: Resource): ResourceConfigJson | undefined {
    const config = this.moduleConfig(module);
    if (config === undefined) return undefined;
    const cached = this.configs.get(config);
    const byAddress =
      cached ?? new Map((config.resources ?? []).map((resource) => [resource.address, resource]));
    if (cached === undefined) this.configs.set(config, byAddress);
    return byAddress.get(localAddress(mode, type, name));
  }

  /** The provider configuration that a resource is made with, by its key. */
  public provider(key: string): ProviderConfigJson | undefined {
    return ownEntry(this.document.plan?.configuration?.provider_config, key);
  }

  public hasOutput(name: string): boolean {
    return this.outputs.some((outputs) => outputs !== undefined && Object.hasOwn(outputs, name));
  }

  /** An output's value after apply, when it is known. */
  public output(name: string): Json | undefined {
    const { plan, state } = this.document;
    const change = ownEntry(plan?.output_changes, name);
    if (change !== undefined) return change.after_unknown === false ? change.after : undefined;
    return ownEntry(state?.values?.outputs, name)?.value;
  }

  private get outputs(): readonly (object | undefined)[] {
    const { plan, state } = this.document;
    return plan === undefined
      ? [state?.values?.outputs]
      : [plan.configuration?.root_module?.outputs];
  }

  private addModule(module: string): Map<string, Resource[]> {
    let parent = '';
    for (const { name, key, address } of moduleSteps(module)) {
      const call = `${parent}|${name}`;
      const siblings = this.children.get(call) ?? new Map<Key, string>();
      this.children.set(call, siblings.set(key, address));
      parent = address;
    }
    const local = new Map<string, Resource[]>();
    this.local.set(module, local);
    return local;
  }
}

/** The entry of a map from JSON; nothing of what every object inherits. */
export function ownEntry<T>(
  map: Readonly<Record<string, T>> | undefined,
  key: string,
): T | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** Adds to what a map has for a key. */
export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

function localAddress(mode: string, type: string, name: string): string {
  return mode === 'data' ? `data.${type}.${name}` : `${type}.${name}`;
}
