import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PlannedResource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly mode: string;
  readonly change: {
    readonly after: Readonly<Record<string, unknown>> | null;
    readonly after_unknown?: Readonly<Record<string, unknown>>;
  };
}

interface Configured {
  readonly address: string;
  readonly name: string;
  readonly expressions?: Readonly<Record<string, unknown>>;
}

/** Of a plan as Terraform shows it, what is changed here. */
export interface Plan {
  readonly resource_changes: readonly PlannedResource[];
  readonly planned_values: {
    readonly root_module: { readonly resources: readonly PlannedResource[] };
  };
  readonly configuration: {
    readonly root_module: { readonly resources: readonly Configured[] };
  };
}

type Resources = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>
>;

interface Configuration {
  readonly resource: Resources;
}

/** A plan and the configuration that it was made of. */
export class Documents {
  public constructor(
    private readonly plan: Plan,
    private readonly configuration: Configuration,
  ) {}

  public get resources(): readonly PlannedResource[] {
    return this.plan.resource_changes.filter(({ mode }) => mode === 'managed');
  }

  public ofType(type: string): readonly PlannedResource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** What is written for an attribute in the configuration. */
  public written({ type, name }: PlannedResource, attribute: string): unknown {
    return this.configuration.resource[type]?.[name]?.[attribute];
  }

  /** The same without a resource. */
  public without(address: string): Documents {
    const others = <T extends { readonly address: string }>(resources: readonly T[]) =>
      resources.filter((resource) => resource.address !== address);
    const [type = '', name = ''] = address.split('.');
    const { [name]: _, ...rest } = this.configuration.resource[type] ?? {};
    return new Documents(
      {
        ...this.plan,
        resource_changes: others(this.plan.resource_changes),
        planned_values: {
          root_module: { resources: others(this.plan.planned_values.root_module.resources) },
        },
        configuration: {
          ...this.plan.configuration,
          root_module: {
            ...this.plan.configuration.root_module,
            resources: others(this.plan.configuration.root_module.resources),
          },
        },
      },
      {
        ...this.configuration,
        resource: { ...this.configuration.resource, [type]: rest },
      },
    );
  }

  /** The same with other values of a resource, all of them known. */
  public changed(address: string, values: object): Documents {
    const resource_changes = this.plan.resource_changes.map((resource) =>
      resource.address === address
        ? {
            ...resource,
            change: {
              ...resource.change,
              after: { ...resource.change.after, ...values },
              after_unknown: without(resource.change.after_unknown ?? {}, Object.keys(values)),
            },
          }
        : resource,
    );
    return new Documents({ ...this.plan, resource_changes }, this.configuration);
  }

  /** The same with another text in the configuration. */
  public rewritten(resource: PlannedResource, attribute: string, text: string): Documents {
    const written = this.configuration.resource[resource.type]?.[resource.name];
    return new Documents(this.plan, this.configured(resource, { ...written, [attribute]: text }));
  }

  /** The same where an attribute refers to that of another resource, and others are not set. */
  public redirected(
    resource: PlannedResource,
    attribute: string,
    target: string,
    unset: readonly string[] = [],
  ): Documents {
    const { address, type, name } = resource;
    const others = Object.fromEntries([...unset, attribute].map((each) => [each, null]));
    const { resource_changes } = this.changed(address, others).plan;
    const refers = { references: [target, target.slice(0, target.lastIndexOf('.'))] };
    const { root_module } = this.plan.configuration;
    const resources = root_module.resources.map((each) =>
      each.address === address
        ? {
            ...each,
            expressions: { ...without(each.expressions ?? {}, unset), [attribute]: refers },
          }
        : each,
    );
    const written = this.configuration.resource[type]?.[name] ?? {};
    return new Documents(
      {
        ...this.plan,
        resource_changes: resource_changes.map((each) =>
          each.address === address
            ? {
                ...each,
                change: {
                  ...each.change,
                  after: without(each.change.after ?? {}, [attribute]),
                  after_unknown: { ...each.change.after_unknown, [attribute]: true },
                },
              }
            : each,
        ),
        configuration: { ...this.plan.configuration, root_module: { ...root_module, resources } },
      },
      this.configured(resource, { ...without(written, unset), [attribute]: `\${${target}}` }),
    );
  }

  /** The same with a resource once more, under another name. */
  public repeated(resource: PlannedResource, name: string): Documents {
    const { type } = resource;
    const again = <T extends { readonly address: string }>(all: readonly T[]): readonly T[] =>
      all.flatMap((each) =>
        each.address === resource.address
          ? [each, { ...each, name, address: `${type}.${name}` }]
          : each,
      );
    const { planned_values, configuration, resource_changes } = this.plan;
    return new Documents(
      {
        ...this.plan,
        resource_changes: again(resource_changes),
        planned_values: { root_module: { resources: again(planned_values.root_module.resources) } },
        configuration: {
          ...configuration,
          root_module: {
            ...configuration.root_module,
            resources: again(configuration.root_module.resources),
          },
        },
      },
      this.configured({ type, name }, this.configuration.resource[type]?.[resource.name] ?? {}),
    );
  }

  /** Writes both, and says where. */
  public write(folder: string): { readonly plan: string; readonly configuration: string } {
    const plan = join(folder, 'plan.json');
    const configuration = join(folder, 'cdk.tf.json');
    writeFileSync(plan, JSON.stringify(this.plan));
    writeFileSync(configuration, JSON.stringify(this.configuration));
    return { plan, configuration };
  }

  private configured(
    { type, name }: Pick<PlannedResource, 'type' | 'name'>,
    written: Readonly<Record<string, unknown>>,
  ): Configuration {
    const { resource } = this.configuration;
    return {
      ...this.configuration,
      resource: { ...resource, [type]: { ...resource[type], [name]: written } },
    };
  }
}

function without(values: Readonly<Record<string, unknown>>, names: readonly string[]) {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
